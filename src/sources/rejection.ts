import { cellText } from '../workbook/cell.ts'
import { type DeliveredRow, REJECTION_CODES, type Rejection, type RejectionCode } from './source.ts'
import { isPlacedCell, type PlacedCell } from './table-cell.ts'

/** A fault as `Source.record` names it: a rejection code, at a cell or field of the row. */
export interface RowIssue {
  readonly message: string
  readonly path: readonly PropertyKey[]
}

const MOST_CHARACTERS = 200

/** A refused row with its first fault: at its cell where the row came in cells, else at the row. */
export function rejectionOf({ place, row }: DeliveredRow, issue: RowIssue | undefined): Rejection {
  const code = codeOf(issue?.message)
  const [name] = issue?.path ?? []
  if (name === undefined) return { place, code, raw: cut(textOf(row)) }
  const found: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, name) : row
  if (isPlacedCell(found)) return { place: found.place, code, raw: cut(shownText(found)) }
  return { place, code, raw: cut(`${String(name)}: ${textOf(found)}`) }
}

/** What a schema of a source does not say in our codes is a row of another shape. */
function codeOf(message: string | undefined): RejectionCode {
  return REJECTION_CODES.find((code) => code === message) ?? 'row-unreadable'
}

/** The cell as its workbook shows it. */
function shownText({ cell }: PlacedCell): string {
  return cell.kind === 'number' && cell.shown !== null ? cell.shown : cellText(cell)
}

function textOf(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value)
}

/** Cut, with what cannot be seen (and hardly kept) made visible. @example 'A\u0007' // => 'A<U+0007>' */
function cut(text: string): string {
  const start = text.slice(0, 2 * MOST_CHARACTERS).toWellFormed()
  const visible = start.replace(/\p{Cc}/gu, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase()
    return `<U+${code.padStart(4, '0')}>`
  })
  return [...visible].slice(0, MOST_CHARACTERS).join('')
}
