import { trimSpace } from '../../../lib/text.ts'
import { isOneOf } from '../../../lib/word-list.ts'
import type { Cell } from '../../../workbook/cell.ts'
import { cellFault, isBlankCell, isEmptyWord, isPlacedCell, plainText } from '../../table-cell.ts'
import type { DateFormat } from '../schema.ts'
import { epochInstant, isoInstant, type WrittenInstant, writtenInstant } from './written-instant.ts'

/** How the fields of a file are read. */
export interface ReadingRules {
  readonly emptyWords: readonly string[]
  readonly dateFormat: DateFormat
}

/** What a field says; `isWhole` is false where something of it could not be read and was left out. */
export interface FieldValue<Value> {
  readonly value: Value
  readonly isWhole: boolean
}

const NOTHING = { value: null, isWhole: true }
const UNREADABLE = { value: null, isWhole: false }

const YES: readonly string[] = ['true', 'yes', 'y', '1', 'online', 'sí', 'si', 'verdadero']
const NO: readonly string[] = ['false', 'no', 'n', '0', 'offline', 'falso']

/** The one cell of a field: null for a blank one, `unreadable` for several or for no cell at all. */
function oneCell(field: unknown, rules: ReadingRules): Cell | null | 'unreadable' {
  const cells = cellsOf(field)
  if (cells === null || cells.length > 1) return 'unreadable'
  const [cell] = cells
  return cell === undefined || isBlankCell(cell) || isEmptyWord(cell, rules.emptyWords)
    ? null
    : cell
}

/** The cells of a field, blank ones too; null for what is neither a cell nor a list of cells. */
function cellsOf(field: unknown): Cell[] | null {
  if (field === undefined) return []
  const found: readonly unknown[] = Array.isArray(field) ? field : [field]
  return found.every(isPlacedCell) ? found.map(({ cell }) => cell) : null
}

export function textOf(field: unknown, rules: ReadingRules): FieldValue<string | null> {
  const cell = oneCell(field, rules)
  if (cell === null) return NOTHING
  if (cell === 'unreadable' || cellFault(cell, rules.emptyWords) !== null) return UNREADABLE
  return { value: plainText(cell, rules.emptyWords), isWhole: true }
}

/** What stands beside the known fields, as the file has it: text, number, yes or no. */
export function anyOf(
  field: unknown,
  rules: ReadingRules,
): FieldValue<string | number | boolean | null> {
  const cell = oneCell(field, rules)
  if (cell === null) return NOTHING
  if (cell === 'unreadable') return UNREADABLE
  if (cell.kind === 'boolean') return { value: cell.value, isWhole: true }
  if (cell.kind === 'date') return { value: cell.iso, isWhole: true }
  if (cellFault(cell, rules.emptyWords) !== null) return UNREADABLE
  if (cell.kind === 'number') return { value: cell.value, isWhole: true }
  return { value: plainText(cell, rules.emptyWords), isWhole: true }
}

/** The texts of a list, or of one text between separators; sorted, each once. */
export function textsOf(
  field: unknown,
  rules: ReadingRules,
  separator: RegExp,
): FieldValue<readonly string[]> {
  const cells = cellsOf(field)
  if (cells === null) return { value: [], isWhole: false }
  const isWhole = cells.every((cell) => cellFault(cell, rules.emptyWords) === null)
  const texts = cells.flatMap((cell) => {
    if (cellFault(cell, rules.emptyWords) !== null) return []
    return (plainText(cell, rules.emptyWords) ?? '').split(separator)
  })
  const said = texts
    .map(trimSpace)
    .filter((text) => text !== '' && !isOneOf(rules.emptyWords, text))
  return { value: sortedOnce(said), isWhole }
}

export function instantOf(field: unknown, rules: ReadingRules): FieldValue<Date | null> {
  const cell = oneCell(field, rules)
  if (cell === null) return NOTHING
  const at = cell === 'unreadable' ? cell : cellInstant(cell, rules)
  if (at === 'never') return NOTHING
  return at === 'unreadable' ? UNREADABLE : { value: at, isWhole: true }
}

/** A cell that holds a date as such says so itself, whatever the format of written ones. */
function cellInstant(cell: Cell, { dateFormat }: ReadingRules): WrittenInstant {
  if (cell.kind === 'date') return isoInstant(cell.iso)
  if (cell.kind === 'number' && dateFormat === 'epoch-seconds') return epochInstant(cell.value)
  return cell.kind === 'text' ? writtenInstant(trimSpace(cell.text), dateFormat) : 'unreadable'
}

export function flagOf(field: unknown, rules: ReadingRules): FieldValue<boolean | null> {
  const cell = oneCell(field, rules)
  if (cell === null) return NOTHING
  if (cell === 'unreadable') return UNREADABLE
  if (cell.kind === 'boolean') return { value: cell.value, isWhole: true }
  const word = cell.kind === 'text' || cell.kind === 'number' ? cell.text : ''
  if (isOneOf(YES, word)) return { value: true, isWhole: true }
  return isOneOf(NO, word) ? { value: false, isWhole: true } : UNREADABLE
}

/** A whole number of bytes; a unit beside it is not guessed at. */
export function bytesOf(field: unknown, rules: ReadingRules): FieldValue<number | null> {
  const cell = oneCell(field, rules)
  if (cell === null) return NOTHING
  const isText = cell !== 'unreadable' && (cell.kind === 'text' || cell.kind === 'number')
  const text = isText ? trimSpace(cell.text) : ''
  const bytes = /^\d+$/u.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(bytes) ? { value: bytes, isWhole: true } : UNREADABLE
}

export function sortedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort()
}
