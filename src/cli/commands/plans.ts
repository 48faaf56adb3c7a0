import { type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import { stateWord } from '../../language/state-words.ts'
import { planStore } from '../../reconcile/store.ts'
import { appCommand } from '../command.ts'
import { tableLines } from '../lines/table.ts'

/** How many are listed. */
const LISTED = 50

export const plans = appCommand({
  name: 'plans',
  does: { en: 'list the plans, newest first', es: 'listar los planes, del más nuevo al más viejo' },
  async work(app) {
    const items = await planStore(app.database).recent(LISTED)
    const words = (phrase: Phrase) => say(phrase, app.language)
    const rows = items.map(({ id, kind, undoes, state, changes, madeAt }) => [
      `P${id}`,
      app.clock(madeAt),
      words(stateWord(state)),
      words(countWords(changes)),
      `${words(SUMMARY_WORDS[`kind-${kind}`])}${undoes === null ? '' : ` (P${undoes})`}`,
    ])
    const alignments = ['left', 'left', 'left', 'right'] as const
    return { ending: 'agreed', document: { items }, lines: tableLines(rows, alignments, 0) }
  },
})
