import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import type { ReportData } from '../report-data.ts'
import type { Voice } from '../voice.ts'
import { fact, heading, type SummaryRow } from './summary-rows.ts'

/** Who made the plan, in which run, and when this report was written. */
export function runSection({ origin }: ReportData, voice: Voice, now: Date): SummaryRow[] {
  const { say, at } = voice
  const cause = say(SUMMARY_WORDS[`cause-${origin.cause}`])
  return [
    ...heading(say(SUMMARY_WORDS.who)),
    ...fact(voice, 'run', `R${origin.runId}, ${at(origin.startedAt)}, ${cause}`),
    ...fact(voice, 'actor', `${origin.actor} @ ${origin.host}`),
    ...fact(voice, 'version', origin.version),
    ...fact(voice, 'report-made', at(now)),
  ]
}
