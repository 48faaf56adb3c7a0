import { type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { planStateWords } from '../../language/plan-state-words.ts'
import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import { planStore } from '../../reconcile/store.ts'
import { appCommand } from '../command.ts'
import { allOption, listingLines } from '../lines/listing-lines.ts'

/** How many are listed; `--all` lifts it. */
const LISTED = 50

export const plans = appCommand({
  name: 'plans',
  does: { en: 'list the plans, newest first', es: 'listar los planes, del más nuevo al más viejo' },
  options: [allOption(LISTED)],
  async work(app, { has }) {
    const { items, total } = await planStore(app.database).recent(has('all') ? null : LISTED)
    const words = (phrase: Phrase) => say(phrase, app.language)
    const rows = items.map((plan) => [
      `P${plan.id}`,
      app.clock(plan.madeAt),
      words(planStateWords(plan)),
      words(countWords(plan.changes)),
      `${words(SUMMARY_WORDS[`kind-${plan.kind}`])}${plan.undoes === null ? '' : ` (P${plan.undoes})`}`,
    ])
    const alignments = ['left', 'left', 'left', 'right'] as const
    const none = { en: 'There is no plan yet.', es: 'Aún no hay ningún plan.' }
    const listing = { rows, alignments, total, command: 'muster plans --all', none }
    return {
      ending: 'agreed',
      document: { items, total },
      lines: listingLines(listing, app.language),
    }
  },
})
