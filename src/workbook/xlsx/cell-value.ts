import { BLANK, type Cell } from '../cell.ts'
import { decodeCellText } from '../xml/xml-text.ts'
import { type NumberFormat, padWithZeros } from './number-format.ts'
import { parseNumber } from './number-text.ts'
import { serialDate, serialDuration } from './serial-date.ts'

/** One `<c>` as it stands in the file; null where the file has no such element. */
export interface RawCell {
  type: string
  style: number
  value: string | null
  inline: string | null
  formula: string | null
}

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly sharedStrings: readonly string[]
  /** By index of cell format. */
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
}

const ISO_DATE = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?)?$/

/** What a cell holds, or the reason why the file contradicts itself there. */
export function toCell(raw: RawCell, context: CellContext): Cell | { readonly fault: string } {
  if (raw.inline !== null) return textCell(raw.inline)
  if (raw.value === null) return withoutValue(raw.formula)
  switch (raw.type) {
    case 's':
      return sharedCell(raw.value, context)
    case 'str':
    case 'inlineStr':
      return textCell(raw.value)
    case '':
    case 'n':
      return numberCell(raw, raw.value.trim(), context)
    case 'b':
      return booleanCell(raw, raw.value.trim())
    case 'e':
      return raw.value === '' ? withoutValue(raw.formula) : { kind: 'error', error: raw.value }
    case 'd':
      return isoCell(raw, raw.value.trim())
    default:
      return { fault: `unknown-type: ${raw.type}` }
  }
}

function textCell(raw: string): Cell {
  return { kind: 'text', text: decodeCellText(raw) }
}

function withoutValue(formula: string | null): Cell {
  return formula === null ? BLANK : { kind: 'formula-without-value', formula }
}

function sharedCell(
  value: string,
  { sharedStrings }: CellContext,
): Cell | { readonly fault: string } {
  if (value.trim() === '') return BLANK
  const text = sharedStrings[Number(value)]
  if (text !== undefined) return { kind: 'text', text }
  return { fault: `unknown-shared-text: ${value.slice(0, 20)}` }
}

/** Text where a number should stand is given as that text, so that a person sees it. */
function numberCell(raw: RawCell, lexeme: string, context: CellContext): Cell {
  if (lexeme === '') return withoutValue(raw.formula)
  const number = parseNumber(lexeme)
  if (!number) return { kind: 'text', text: lexeme }
  const format = context.formats[raw.style]
  const iso = format ? dateText(number.value, format, context) : null
  if (iso !== null) return { kind: 'date', iso }
  const { value, text } = number
  return { kind: 'number', value, text, shown: format ? shownText(text, format) : null }
}

function dateText(value: number, format: NumberFormat, { date1904 }: CellContext): string | null {
  if (format.kind === 'duration') return serialDuration(value)
  return format.kind === 'date' ? serialDate(value, date1904) : null
}

function shownText(text: string, format: NumberFormat): string | null {
  if (format.kind !== 'padded' || text.includes('.')) return null
  return padWithZeros(text, format.pattern)
}

function booleanCell(raw: RawCell, value: string): Cell | { readonly fault: string } {
  if (value === '') return withoutValue(raw.formula)
  if (value === '1' || value === 'true') return { kind: 'boolean', value: true }
  if (value === '0' || value === 'false') return { kind: 'boolean', value: false }
  return { fault: `neither-true-nor-false: ${value.slice(0, 20)}` }
}

function isoCell(raw: RawCell, value: string): Cell {
  if (value === '') return withoutValue(raw.formula)
  const match = ISO_DATE.exec(value)
  if (!match) return { kind: 'text', text: value }
  const [, day = '', time = '00:00:00'] = match
  const clock = time.padEnd(8, ':00')
  return { kind: 'date', iso: clock === '00:00:00' ? day : `${day}T${clock}` }
}
