import { z } from 'zod'
import { trimSpace } from '../lib/text.ts'
import { BLANK, type Cell, cellText } from '../workbook/cell.ts'
import type { RejectionCode } from './source.ts'

/** A cell on its way from a workbook to a record, with the place a person would look it up. */
export interface PlacedCell {
  readonly cell: Cell
  readonly place: string
}

/** The longest text an identifier or a name may have. */
const MOST_CHARACTERS = 1000
const CONTROL = /[\p{Cc}]/u

/** Delivered cells are made by our own reader; only their presence is checked. */
export const TableCell = z.custom<PlacedCell>(
  (value) => typeof value === 'object' && value !== null && 'cell' in value && 'place' in value,
)

/** Text of a cell that may only hold text or a plain number, trimmed; '' when blank. */
export function plainText(cell: Cell): string {
  return trimSpace(cellText(cell))
}

/** Why a cell cannot be read as an identifier or a name, or null. */
export function cellFault(cell: Cell = BLANK): RejectionCode | null {
  switch (cell.kind) {
    case 'blank':
      return null
    case 'text':
      return textFault(cell.text)
    case 'number':
      return isExact(cell.text) ? null : 'number-imprecise'
    case 'date':
      return 'date-for-text'
    case 'boolean':
      return 'boolean-for-text'
    case 'error':
      return 'error-value'
    case 'formula-without-value':
      return 'formula-without-value'
  }
}

function textFault(text: string): RejectionCode | null {
  const trimmed = trimSpace(text)
  if (trimmed.length > MOST_CHARACTERS) return 'too-long'
  return CONTROL.test(trimmed.replace(/\p{White_Space}/gu, ' ')) ? 'control-character' : null
}

/** A spreadsheet keeps 15 significant digits; beyond them the number typed is lost. */
function isExact(text: string): boolean {
  return text.replace(/[^0-9]/gu, '').replace(/^0+|0+$/gu, '').length <= 15
}
