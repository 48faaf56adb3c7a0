import { columnIndex, columnLetters } from '../../lib/cell-address.ts'
import { MAX_COLUMNS } from '../write/write-cell.ts'
import { fitCell } from '../write/write-text.ts'
import type { MarkedCells } from './mark-rows.ts'

/** A cell of a person's workbook that is to be marked, and why. */
export interface Mark {
  readonly sheet: string
  /** As `F17`. */
  readonly cell: string
  readonly comment: string
}

/** A remark on one cell, several lines when the cell was marked for several reasons. */
export interface CellNote {
  /** As `F17`. */
  readonly address: string
  /** 1-based. */
  readonly row: number
  /** 0-based. */
  readonly column: number
  readonly text: string
}

const MAX_ROW = 1_048_576

/** One note for each marked cell, by sheet, in the order of rows and columns. */
export function notesBySheet(marks: readonly Mark[]): Map<string, CellNote[]> {
  const bySheet = new Map<string, CellNote[]>()
  for (const [sheet, ofSheet] of Map.groupBy(marks, (mark) => mark.sheet)) {
    const byAddress = Map.groupBy(ofSheet, (mark) => mark.cell.toUpperCase())
    const notes = [...byAddress].map(([address, ofCell]) => noteOf(address, ofCell))
    bySheet.set(
      sheet,
      notes.sort((a, b) => a.row - b.row || a.column - b.column),
    )
  }
  return bySheet
}

/** The cells that notes stand on. */
export function cellsOf(notes: readonly CellNote[]): MarkedCells {
  const cells = new Map<number, Set<number>>()
  for (const { row, column } of notes) {
    cells.set(row, (cells.get(row) ?? new Set()).add(column))
  }
  return cells
}

function noteOf(address: string, marks: readonly Mark[]): CellNote {
  const [, letters = '', digits = ''] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? []
  const column = columnIndex(letters)
  const row = Number(digits)
  if (column === null || column >= MAX_COLUMNS || row < 1 || row > MAX_ROW) {
    throw new RangeError(`no cell has the address ${JSON.stringify(address)}`)
  }
  const lines = new Set(marks.map((mark) => mark.comment))
  return { address: columnLetters(column) + row, row, column, text: fitCell([...lines].join('\n')) }
}
