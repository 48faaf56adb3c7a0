import { FORMATS, textFormat } from '../workbook/write/xlsx-style.ts'
import type { Code, FleetTable } from './fleet-table.ts'

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const NEEDS_QUOTES = /[",\r\n]|^[ \t]|[ \t]$/u

/** A table as CSV by RFC 4180 behind a byte order mark, line by line; keys first, then codes. */
export function* csvLines({ keys, codes }: FleetTable): Generator<string> {
  yield BYTE_ORDER_MARK + csvLine(keys)
  for (const row of codes()) yield csvLine(row)
}

function csvLine(fields: readonly Code[]): string {
  return `${fields.map(csvField).join(',')}\r\n`
}

function csvField(field: Code): string {
  if (field === null) return ''
  if (typeof field === 'number') return String(field)
  const text = startsLikeFormula(field) ? `'${field}` : field
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Text that a spreadsheet would run as a formula is kept from it by an apostrophe, as in a workbook. */
function startsLikeFormula(text: string): boolean {
  return FORMATS[textFormat(text, 'plain')]?.quoted ?? false
}
