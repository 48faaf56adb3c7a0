import { runStore } from '../../jobs/store.ts'
import { say } from '../../language/language.ts'
import { stateWord } from '../../language/state-words.ts'
import { appCommand } from '../command.ts'
import { allOption, listingLines } from '../lines/listing-lines.ts'

/** How many are listed; `--all` lifts it. */
const LISTED = 50

export const runs = appCommand({
  name: 'runs',
  does: {
    en: 'list what was run, newest first',
    es: 'listar lo que se ejecutó, de lo más nuevo a lo más viejo',
  },
  options: [allOption(LISTED)],
  async work(app, { has }) {
    const { items, total } = await runStore(app.database).recent(has('all') ? null : LISTED)
    const rows = items.map(({ id, startedAt, task, state, actor, host }) => [
      `R${id}`,
      app.clock(startedAt),
      task,
      say(stateWord(state), app.language),
      `${actor}@${host}`,
    ])
    const none = { en: 'Nothing was run yet.', es: 'Aún no se ha ejecutado nada.' }
    const listing = { rows, alignments: [], total, command: 'muster runs --all', none }
    return {
      ending: 'agreed',
      document: { items, total },
      lines: listingLines(listing, app.language),
    }
  },
})
