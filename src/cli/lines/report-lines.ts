import type { ReportSummary } from '../../jobs/write-report.task.ts'
import { type Language, say } from '../../language/language.ts'

/** How many workbooks of a split report are named on a terminal. */
const SHOWN_PARTS = 20

/** Where the report lies, and its parts. */
export function reportLines({ report, parts }: ReportSummary, language: Language): string[] {
  const left = parts.length - SHOWN_PARTS
  const more = { en: `  and ${left} more`, es: `  y ${left} más` }
  return [
    report.file,
    ...parts.slice(0, SHOWN_PARTS).map(({ file }) => `  ${file}`),
    ...(left > 0 ? [say(more, language)] : []),
  ]
}
