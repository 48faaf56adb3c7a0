import { columnLetters } from '../../lib/cell-address.ts'
import { type Cell, cellText, type Row } from '../cell.ts'
import { refuseBeyond, type WorkbookLimits } from '../workbook-limits.ts'
import { corrupt, type PartSource } from '../zip/part-source.ts'

const LAST_COLUMN = 16_383
const LAST_ROW = 1_048_576

/** Puts cells where they belong, checks that rows and cells go forward, and counts both. */
export interface RowBuilder {
  /** `number` null: the row after the last one, unless its cells say otherwise. */
  startRow(number: number | null): void
  /** Column and row as the cell's own address says; -1 where it does not. */
  /** Returns the column it is. */
  startCell(column: number, row: number): number
  addCell(cell: Cell | { readonly fault: string }): void
  endRow(): Row
}

/** A builder for the rows of one sheet. */
export function createRowBuilder(source: PartSource, limits: WorkbookLimits): RowBuilder {
  const { file } = source
  let lastRow = 0
  let number = 0
  let isNumbered = false
  let column = -1
  let cells: (Cell | undefined)[] = []
  let rowCharacters = 0
  let cellCount = 0

  function startRow(told: number | null): void {
    isNumbered = told !== null
    column = -1
    cells = []
    rowCharacters = 0
    setNumber(told ?? lastRow + 1)
  }

  function setNumber(next: number): void {
    if (next <= lastRow) corrupt(source, `row-out-of-order: ${next}`)
    if (next > LAST_ROW) corrupt(source, `row-beyond-sheet: ${next}`)
    number = next
  }

  function startCell(toldColumn: number, toldRow: number): number {
    if (toldRow >= 0 && !isNumbered) setNumber(toldRow)
    if (toldRow >= 0) isNumbered = true
    if (toldRow >= 0 && toldRow !== number) fail(toldColumn, `other-row: ${number}`)
    const next = toldColumn < 0 ? column + 1 : toldColumn
    if (next > LAST_COLUMN) fail(next, 'beyond-last-column')
    if (next <= column) fail(next, `after-column: ${columnLetters(column)}`)
    column = next
    return column
  }

  function addCell(cell: Cell | { readonly fault: string }): void {
    if ('fault' in cell) fail(column, cell.fault)
    else if (cell.kind !== 'blank') {
      cells[column] = cell
      cellCount++
      rowCharacters += cellText(cell).length
      if (cellCount > limits.cells) refuseBeyond(limits.cells, cellCount, { file, what: 'cells' })
      if (rowCharacters > limits.rowCharacters) {
        refuseBeyond(limits.rowCharacters, rowCharacters, { file, what: 'row-characters' })
      }
    }
  }

  function fail(at: number, reason: string): never {
    return corrupt(source, `cell: ${columnLetters(at)}${number}, ${reason}`)
  }

  function endRow(): Row {
    lastRow = number
    return { number, cells }
  }

  return { startRow, startCell, addCell, endRow }
}
