import { OUTCOME_WORDS, type OutcomeWord } from '../../language/outcome-words.ts'
import { balanceWords, SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import type { ListWord } from '../../language/report-words.ts'
import type { CellContent } from '../../workbook/sheet-content.ts'
import { LIST_OF } from '../list-of-check.ts'
import type { ReportData } from '../report-data.ts'
import type { Voice } from '../voice.ts'
import { heading, remark, type SummaryRow } from './summary-rows.ts'

/** The sheet on which computers of each outcome are listed; those in agreement are on none. */
const SHEET_OF: Record<OutcomeWord, ListWord | null> = {
  ...LIST_OF,
  unchanged: null,
  planned: 'Planned_Changes',
}

/** What every OCS row came to, beside the plan before, and whether the rows add up. */
export function outcomeSection(data: ReportData, voice: Voice): SummaryRow[] {
  const { plan, previous } = data
  const { say } = voice
  const kinds = Object.keys(OUTCOME_WORDS).filter(isOutcome)
  return [
    ...heading(
      say(SUMMARY_WORDS.outcomes),
      say(SUMMARY_WORDS['listed-on']),
      say(SUMMARY_WORDS.rows),
      ...(previous
        ? [`${say(SUMMARY_WORDS.before)} (P${previous.id})`, say(SUMMARY_WORDS.difference)]
        : []),
    ),
    ...kinds.map((kind) => [
      say(OUTCOME_WORDS[kind]),
      SHEET_OF[kind],
      ...figures(plan.outcomes[kind] ?? 0, previous && (previous.outcomes[kind] ?? 0)),
    ]),
    strong([
      say(SUMMARY_WORDS.sum),
      null,
      ...figures(sum(plan.outcomes), previous && sum(previous.outcomes)),
    ]),
    balance(data, voice),
    ...(previous ? [] : [remark(say(SUMMARY_WORDS['no-plan-before']))]),
  ]
}

function isOutcome(kind: string): kind is OutcomeWord {
  return kind in OUTCOME_WORDS
}

function figures(now: number, before: number | null): CellContent[] {
  return before === null ? [now] : [now, before, now - before]
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

function strong(row: SummaryRow): SummaryRow {
  return row.map((cell) => {
    if (typeof cell === 'string') return { text: cell, look: 'strong' }
    return typeof cell === 'number' ? { number: cell, look: 'strong' } : cell
  })
}

function balance({ plan, deliveries }: ReportData, { say }: Voice): SummaryRow {
  const decided = sum(plan.outcomes)
  const ocs = deliveries.find(({ source }) => source === 'ocs')
  const [taken, refused] = [ocs?.records ?? 0, ocs?.rejected ?? 0]
  const isWhole = decided === taken
  return [
    {
      text: say(SUMMARY_WORDS[isWhole ? 'adds-up' : 'does-not-add-up']),
      look: isWhole ? 'good' : 'bad',
    },
    say(balanceWords({ decided, taken, refused })),
  ]
}
