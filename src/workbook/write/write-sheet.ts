import { columnLetters } from '../../lib/cell-address.ts'
import type { CellContent, SheetContent } from '../sheet-content.ts'
import { rowXml, shownText, textCellXml } from './write-cell.ts'
import { acceptedWidth, columnsXml, fittedWidths } from './write-column-width.ts'
import type { RowCursor } from './write-rows.ts'
import { HEADER_FORMAT, SUBTITLE_FORMAT, TITLE_FORMAT } from './xlsx-style.ts'

/** The rows of one sheet that a spreadsheet can hold. */
export const MAX_ROWS = 1_048_576
/** The rows by which columns are made as wide as they need be. */
export const ROWS_MEASURED = 300
export const MAIN_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export interface SheetToWrite {
  readonly content: SheetContent
  readonly rows: RowCursor<readonly CellContent[]>
  /** Where our formats begin in the workbook's style sheet. */
  readonly firstFormat: number
  /** The one sheet that is open when the workbook is opened. */
  readonly selected: boolean
  readonly mainNamespace?: string
  /** 1,048,576 unless told otherwise; rows beyond it stay in the cursor. */
  readonly maxRows?: number
}

/** The XML of one sheet, piece by piece; takes from `rows` what fits and leaves the rest. */
export function* sheetXml(sheet: SheetToWrite): Generator<string> {
  const { content, rows, firstFormat } = sheet
  const headerRow = headerRowOf(content)
  yield sheetStart({ ...sheet, widths: widthsOf(sheet), frozenRows: headerRow })
  yield topXml(content, firstFormat)
  let row = Math.max(content.preamble?.length ?? 0, headerRow)
  const last = sheet.maxRows ?? MAX_ROWS
  if (row >= last) throw new RangeError(`no room for rows below row ${row}`)
  while (row < last) {
    const cells = rows.take()
    if (cells === null) break
    row += 1
    yield rowXml(row, cells, firstFormat)
  }
  yield sheetEnd(headerRow > 0 ? filterXml(content, headerRow, row) : '')
}

/** The 1-based row of the column titles; 0 when the sheet has no columns. */
export function headerRowOf({ columns, preamble = [] }: SheetContent): number {
  return columns.length > 0 ? preamble.length + 1 : 0
}

export interface SheetStart {
  readonly selected: boolean
  readonly widths: readonly number[]
  /** Rows at the top that stay in sight; 0 for none. */
  readonly frozenRows: number
  readonly mainNamespace?: string
}

/** Everything of a sheet that stands before its first row. */
export function sheetStart({ selected, widths, frozenRows, mainNamespace }: SheetStart): string {
  const open = selected ? ' tabSelected="1"' : ''
  const pane =
    frozenRows > 0
      ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
      : ''
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="${mainNamespace ?? MAIN_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${open} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(widths)}<sheetData>`
}

/** Everything of a sheet that stands after its last row. */
export function sheetEnd(filter: string, legacyDrawing = ''): string {
  return `</sheetData>${filter}<pageSetup orientation="landscape" fitToHeight="0"/>${legacyDrawing}</worksheet>`
}

function widthsOf({ content, rows }: SheetToWrite): number[] {
  const first = rows.ahead(ROWS_MEASURED).map((row) => row.map(shownText))
  const fitted = fittedWidths([content.columns.map((column) => column.title), ...first])
  return fitted.map((width, index) => {
    const given = content.columns[index]?.width
    return given === undefined ? width : acceptedWidth(given)
  })
}

function topXml({ preamble = [], columns }: SheetContent, firstFormat: number): string {
  const lines = preamble.map((line, index) => {
    const format = index === 0 ? TITLE_FORMAT : SUBTITLE_FORMAT
    const height = index === 0 ? ' ht="21" customHeight="1"' : ''
    return textRow(`r="${index + 1}"${height}`, [
      textCellXml(`A${index + 1}`, line, firstFormat + format),
    ])
  })
  if (columns.length === 0) return lines.join('')
  const row = preamble.length + 1
  const titles = columns.map(({ title }, column) =>
    textCellXml(columnLetters(column) + row, title, firstFormat + HEADER_FORMAT),
  )
  return lines.join('') + textRow(`r="${row}"`, titles)
}

function textRow(attributes: string, cells: readonly string[]): string {
  return `<row ${attributes}>${cells.join('')}</row>`
}

function filterXml(content: SheetContent, headerRow: number, lastRow: number): string {
  const lastColumn = columnLetters(content.columns.length - 1)
  return `<autoFilter ref="A${headerRow}:${lastColumn}${lastRow}"/>`
}
