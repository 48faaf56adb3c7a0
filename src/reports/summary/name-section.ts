import { nameOutcomeWords } from '../../language/name-outcome-words.ts'
import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import type { ReportData } from '../report-data.ts'
import type { Voice } from '../voice.ts'
import { heading, type SummaryRow } from './summary-rows.ts'

/** What each machine whose names differed came to; nothing of an undo, which decides nothing. */
export function nameSection({ plan }: ReportData, { say }: Voice): SummaryRow[] {
  const kinds = Object.entries(plan.outcomes)
  if (plan.kind !== 'names' || kinds.length === 0) return []
  return [
    ...heading(say(SUMMARY_WORDS['outcomes-names']), say(SUMMARY_WORDS.rows)),
    ...kinds.map(([kind, count]) => [say(nameOutcomeWords(kind)), count]),
  ]
}
