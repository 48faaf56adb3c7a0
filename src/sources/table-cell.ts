import { z } from 'zod'
import { trimSpace } from '../lib/text.ts'
import { isOneOf } from '../lib/word-list.ts'
import { type Cell, cellText } from '../workbook/cell.ts'
import type { RejectionCode } from './source.ts'

/** A cell on its way from a workbook to a record, with the place a person would look it up. */
export interface PlacedCell {
  readonly cell: Cell
  readonly place: string
}

/** What people and programs write where an empty cell is meant. */
export const DEFAULT_EMPTY_WORDS: readonly string[] = ['NA', 'N/A', 'NULL', 'NaN', 'undefined']

const NON_SPACE = /\P{White_Space}/u
/** The longest text an identifier or a name may have, spaces at its ends included. */
const MOST_CHARACTERS = 1000
const CONTROL = /[\p{Cc}]/u
/** What spreadsheets show in place of a value, in English and Spanish; csv holds it as text. */
const ERROR_TEXT =
  /^#(N\/[AD]|[¡¿]?(NULL|NULO|DIV\/0|VALUE|VALOR|REF|NAME|NOMBRE|NUM)[!?]|SPILL!|CALC!)$/iu
/** A spreadsheet keeps 15 significant digits; beyond them the number typed is lost. */
const MOST_DIGITS = 15

/** Delivered cells are made by our own reader; only their presence is checked. */
export const TableCell = z.custom<PlacedCell>(isPlacedCell)

/** Words that settings hold, checked there; not looked through again for every row. */
export const SettingWords = z.custom<readonly string[]>(Array.isArray)

/** True for a value that came as a cell of a table. */
export function isPlacedCell(value: unknown): value is PlacedCell {
  return typeof value === 'object' && value !== null && 'cell' in value && 'place' in value
}

/** What a cell says, as written; null when it is blank or holds a word for that. */
export function writtenText(cell: Cell, emptyWords: readonly string[]): string | null {
  return isBlankCell(cell) || isEmptyWord(cell, emptyWords) ? null : cellText(cell)
}

/** True for a cell that holds nothing, or white space of any kind and nothing else. */
export function isBlankCell(cell: Cell | undefined): boolean {
  return !NON_SPACE.test(cellText(cell))
}

/** The same without the spaces at its ends. */
export function plainText(cell: Cell, emptyWords: readonly string[]): string | null {
  const text = writtenText(cell, emptyWords)
  return text === null ? null : trimSpace(text)
}

/** True for a cell that holds one of the words for an empty one, in any case. */
export function isEmptyWord(cell: Cell, emptyWords: readonly string[]): boolean {
  if (cell.kind !== 'text' || cell.text.length > MOST_CHARACTERS) return false
  return isOneOf(emptyWords, cell.text)
}

/** Why a cell cannot be read as an identifier or a name, or null. */
export function cellFault(cell: Cell, emptyWords: readonly string[]): RejectionCode | null {
  switch (cell.kind) {
    case 'blank':
      return null
    case 'text':
      return isEmptyWord(cell, emptyWords) ? null : textFault(cell.text)
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

/** Refuses the row being taken, for its cell `name`. */
export function refuse(context: z.RefinementCtx, name: string, code: RejectionCode): never {
  context.issues.push({ code: 'custom', message: code, path: [name], input: context.value })
  return z.NEVER
}

/** Length comes first: what follows takes its time with a text made to do harm. */
function textFault(written: string): RejectionCode | null {
  if (written.length > MOST_CHARACTERS) return NON_SPACE.test(written) ? 'too-long' : null
  const text = trimSpace(written)
  if (ERROR_TEXT.test(text)) return 'error-value'
  if (text.startsWith('=')) return 'formula-without-value'
  return CONTROL.test(text.replace(/\p{White_Space}/gu, ' ')) ? 'control-character' : null
}

/** Zeros at the end of a whole number count: they may be what is left of lost digits. */
function isExact(text: string): boolean {
  return text.replace(/[^0-9]/gu, '').replace(/^0+/u, '').length <= MOST_DIGITS
}
