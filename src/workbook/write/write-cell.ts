import { columnLetters } from '../../lib/cell-address.ts'
import type { CellContent } from '../sheet-content.ts'
import { fitCell, xmlText } from './write-text.ts'
import { DATE_FORMAT, type Look, numberFormat, textFormat } from './xlsx-style.ts'

export const MAX_COLUMNS = 16_384
const MS_PER_DAY = 86_400_000
/** Day 0 of the 1900 calendar as spreadsheets count it from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SAFE_DAY = 61

/** One row of a sheet; `firstFormat` is where our formats begin in the workbook's style sheet. */
export function rowXml(row: number, cells: readonly CellContent[], firstFormat: number): string {
  if (cells.length > MAX_COLUMNS) throw new RangeError(`row ${row} has ${cells.length} columns`)
  let xml = `<row r="${row}">`
  for (const [column, cell] of cells.entries()) {
    if (cell !== null && cell !== '') xml += cellXml(cell, columnLetters(column) + row, firstFormat)
  }
  return `${xml}</row>`
}

/** A text cell in the format at `style` of the workbook's style sheet. */
export function textCellXml(address: string, text: string, style: number): string {
  if (text === '') return `<c r="${address}" s="${style}"/>`
  const held = xmlText(fitCell(text))
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${held}</t></is></c>`
}

/** The content as a person sees it, to measure how wide it is. */
export function shownText(cell: CellContent): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return '2026-01-31 08:00'
  return 'text' in cell ? cell.text : String(cell.number)
}

function cellXml(cell: Exclude<CellContent, null>, address: string, firstFormat: number): string {
  if (typeof cell === 'string') return lookText(cell, 'plain')
  if (typeof cell === 'number') return lookNumber(cell, 'plain')
  if (cell instanceof Date) return dateCell(cell)
  return 'text' in cell ? lookText(cell.text, cell.look) : lookNumber(cell.number, cell.look)

  function lookText(text: string, look: Look): string {
    return textCellXml(address, text, firstFormat + textFormat(text, look))
  }

  function lookNumber(value: number, look: Look): string {
    if (!Number.isFinite(value)) throw new RangeError(`${address}: no cell can hold ${value}`)
    return `<c r="${address}" s="${firstFormat + numberFormat(look)}"><v>${value}</v></c>`
  }

  function dateCell(date: Date): string {
    const day = serialDay(date)
    if (day < FIRST_SAFE_DAY) return lookText(date.toISOString(), 'plain')
    return `<c r="${address}" s="${firstFormat + DATE_FORMAT}"><v>${day}</v></c>`
  }
}

/** Days since day 0 of the 1900 calendar, as the wall clock of this process shows the instant. */
function serialDay(date: Date): number {
  if (Number.isNaN(date.getTime())) throw new RangeError('no cell can hold an invalid date')
  const clock = Date.UTC(
    date.getFullYear(),
    date.getMonth(),
    date.getDate(),
    date.getHours(),
    date.getMinutes(),
    date.getSeconds(),
    date.getMilliseconds(),
  )
  return (clock - DAY_ZERO) / MS_PER_DAY
}
