import { onlyOf, reportTitle, SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import type { SheetContent } from '../../workbook/sheet-content.ts'
import type { ReportPart, Scope } from '../report-part.ts'
import type { Voice } from '../voice.ts'
import { inputSection } from './input-section.ts'
import { listSection } from './list-section.ts'
import { nameSection } from './name-section.ts'
import { outcomeSection } from './outcome-section.ts'
import { planSection } from './plan-section.ts'
import { runSection } from './run-section.ts'

/** The first sheet: what was read, what came of it, and whether it adds up. */
export function summarySheet(part: ReportPart, voice: Voice, now: Date): SheetContent {
  const { data, scope } = part
  return {
    name: 'Summary',
    columns: [],
    preamble: [voice.say(reportTitle(data.plan.id)), ...(scope ? [scopeWords(scope, voice)] : [])],
    rows: [
      ...planSection(data, voice),
      ...(data.findings ? outcomeSection(data, voice) : nameSection(data, voice)),
      ...listSection(part, voice),
      ...data.deliveries.flatMap((delivery) => inputSection(delivery, voice)),
      ...runSection(data, voice, now),
    ],
  }
}

function scopeWords({ by, value }: Scope, { say }: Voice): string {
  return say(value === null ? SUMMARY_WORDS[`unknown-${by}`] : onlyOf(by, value))
}
