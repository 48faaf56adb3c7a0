import type { CellValue } from '../parse/row-stream.ts'
import type { EventFault } from './event.ts'
import {
  guardedText,
  isReasonHeading,
  isReturned,
  REASON_HEADING,
  unguardedText,
} from './returned-cell.ts'

/** A row that was refused, as it was delivered. */
export interface RejectedRow {
  readonly columns: readonly string[]
  /** None for a row that could not be told into cells. */
  readonly values: readonly CellValue[]
  readonly faults: readonly EventFault[]
}

/** What a person is told of a fault, in their language. */
export type FaultWords = (fault: EventFault) => string

/** Tells spreadsheets that the text is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'
const NEEDS_QUOTES = /[",;\r\n]|^\s|\s$/u

/** Headings, and those that a row has beside them: `known` itself where there are none. */
export function joinedHeadings(
  known: readonly string[],
  columns: readonly string[],
): readonly string[] {
  const more = [...columns]
  for (const heading of known) {
    const at = more.indexOf(heading)
    if (at >= 0) more.splice(at, 1)
  }
  return more.length === 0 ? known : [...known, ...more]
}

/** The first line of a file of refused rows, behind a byte order mark: their headings, and one for the reason. */
export function rejectedHead(headings: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine([...asFirstSent(headings, headings), REASON_HEADING])
}

/**
 * A refused row as a line of CSV by RFC 4180: its cells as delivered, and what is wrong with them. No cell
 * is run as a formula. Corrected, the file can be sent again as it is; cells too many come after the reason.
 */
export function rejectedLine(
  { columns, values, faults }: RejectedRow,
  headings: readonly string[],
  words: FaultWords,
): string {
  const texts = values.map((value) => (value === null ? '' : String(value)))
  const left = new Set(columns.keys())
  const placed = headings.map((heading) => {
    const at = left.values().find((place) => columns[place] === heading)
    if (at !== undefined) left.delete(at)
    return texts[at ?? -1] ?? ''
  })
  const why = faults.map((fault) => reasonText(fault, words))
  if (values.length === 0) why.push(faults[0]?.value ?? '')
  return csvLine([
    ...asFirstSent(placed, headings),
    why.join(' ').trim(),
    ...texts.slice(columns.length),
  ])
}

/** Cells without the reason they came back with, and without what was put before them then. */
function asFirstSent(cells: readonly string[], headings: readonly string[]): readonly string[] {
  if (!isReturned(headings)) return cells
  const own = cells.filter((_, at) => !isReasonHeading(headings[at] ?? ''))
  return own.map(unguardedText)
}

function reasonText(fault: EventFault, words: FaultWords): string {
  return fault.column === null ? words(fault) : `${fault.column}: ${words(fault)}`
}

function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\r\n`
}

function csvField(field: string): string {
  const text = guardedText(field)
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
