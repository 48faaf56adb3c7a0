import { runStore } from '../../jobs/store.ts'
import { say } from '../../language/language.ts'
import { stateWord } from '../../language/state-words.ts'
import { appCommand } from '../command.ts'
import { tableLines } from '../lines/table.ts'

/** How many are listed. */
const LISTED = 50

export const runs = appCommand({
  name: 'runs',
  does: {
    en: 'list what was run, newest first',
    es: 'listar lo que se ejecutó, de lo más nuevo a lo más viejo',
  },
  async work(app) {
    const items = await runStore(app.database).recent(LISTED)
    const rows = items.map(({ id, startedAt, task, state, actor, host }) => [
      `R${id}`,
      app.clock(startedAt),
      task,
      say(stateWord(state), app.language),
      `${actor}@${host}`,
    ])
    return { ending: 'agreed', document: { items }, lines: tableLines(rows, [], 0) }
  },
})
