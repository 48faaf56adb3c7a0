import { cellPlace } from '../../lib/cell-address.ts'
import type { DeliveredEvent, RowBatch, RowFault } from '../parse/row-stream.ts'
import { shownText } from './cell.ts'
import { type CellFaultReason, type EventFault, FAULT_CODES } from './event.ts'

/** The columns of rows, and the sheet they stand on. */
export type BatchColumns = Pick<RowBatch, 'columns' | 'sheet'>

/** The place of what no column has. */
export const NOWHERE = -1

/** Something wrong with a row. */
export interface FoundFault {
  /** The place of its column, or `NOWHERE`. */
  readonly at: number
  readonly reason: CellFaultReason
}

/** A fault with the place where a person would look it up, and what stands there. */
export function placedFault(
  { at, reason }: FoundFault,
  { line, values }: DeliveredEvent,
  { columns, sheet }: BatchColumns,
): EventFault {
  const heading = shownText(columns[at] ?? '')
  return {
    line,
    column: heading === '' ? null : heading,
    cell: at === NOWHERE || sheet === null ? null : cellPlace(sheet, at, line),
    value: shownText(String(values[at] ?? '')),
    code: FAULT_CODES[reason],
    reason,
  }
}

/** The fault of a row that could not be told into cells. */
export function wholeRowFault({ line, code, reason, raw }: RowFault): EventFault {
  return { line, column: null, cell: null, value: shownText(raw), code, reason }
}
