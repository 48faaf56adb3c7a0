import { COLUMN_WORDS, type ColumnWord } from '../language/report-words.ts'
import type { SheetContent } from '../workbook/sheet-content.ts'
import type { FilledList, ReportPart } from './report-part.ts'
import { summarySheet } from './summary/summary.ts'
import type { Voice } from './voice.ts'

/** Room for a refusal with what to do about it, in characters. */
export const SENTENCE_WIDTH = 110

/** Columns that hold a sentence; all others fit what they hold. */
const WIDTHS: Partial<Record<ColumnWord, { readonly width: number }>> = {
  rejection: { width: SENTENCE_WIDTH },
}

/** The sheets of a report: the summary, then every list, also those without rows. */
export function reportSheets(part: ReportPart, voice: Voice, now: Date): SheetContent[] {
  return [summarySheet(part, voice, now), ...part.lists.map((list) => listSheet(list, voice))]
}

/** The sheet of one list. */
export function listSheet(
  { list, lines }: Pick<FilledList, 'list' | 'lines'>,
  { say }: Voice,
): SheetContent {
  return {
    name: list.name,
    columns: list.columns.map((key) => ({ title: say(COLUMN_WORDS[key]), ...WIDTHS[key] })),
    rows: lines.map(({ cells }) => cells),
  }
}
