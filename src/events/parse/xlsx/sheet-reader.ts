import { trimSpace } from '../../../lib/text.ts'
import { type Cell, cellText, type Row } from '../../../workbook/cell.ts'
import { beyondLimit, type EventFile } from '../event-file.ts'
import type { RowBatcher } from '../row-batcher.ts'
import type { CellValue } from '../row-stream.ts'

const TOO_MANY = { code: 'row.too-many-cells', reason: 'more-cells-than-headings' } as const

export interface SheetReading {
  readonly file: EventFile
  readonly sheet: string
  readonly batcher: RowBatcher
}

/** Reads the rows of a sheet, of which the first that holds something is its headings. */
export function sheetReader({ file, sheet, batcher }: SheetReading): (row: Row) => void {
  let width: number | null = null

  function take({ number: line, cells }: Row): void {
    const texts = withoutEmptyEnd(Array.from(cells, cellText))
    if (texts.length === 0) return
    if (width === null) begin(texts, line)
    else {
      const values = texts.map((_, at) => cellValue(cells[at]))
      if (values.length > width)
        batcher.refuse({ ...TOO_MANY, line, raw: texts.join('\t'), values })
      else batcher.add({ line, values }, lengthOf(texts))
    }
  }

  function begin(headings: readonly string[], line: number): void {
    if (headings.length > file.limits.columns) beyondLimit(file, 'columns', `${sheet}!${line}`)
    width = headings.length
    batcher.begin(headings.map(trimSpace), sheet)
  }

  return take
}

function withoutEmptyEnd(texts: readonly string[]): readonly string[] {
  return texts.slice(0, texts.findLastIndex((text) => trimSpace(text) !== '') + 1)
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((length, text) => length + text.length, 0)
}

/** A number shown with leading zeros is that text, and so is one with more digits than a number keeps. */
function cellValue(cell: Cell | undefined): CellValue {
  switch (cell?.kind) {
    case undefined:
    case 'blank':
      return null
    case 'number':
      return cell.shown ?? exactNumber(cell)
    case 'boolean':
      return cell.value
    default:
      return cellText(cell)
  }
}

function exactNumber({ value, text }: Extract<Cell, { kind: 'number' }>): number | string {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? text : value
}
