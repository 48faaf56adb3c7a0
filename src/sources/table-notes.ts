import { cellPlace, columnIndex } from '../lib/cell-address.ts'
import { BLANK, type Cell, type Row } from '../workbook/cell.ts'
import type { NoteCode, SourceNote } from './source.ts'
import { cellFault, isBlankCell, isEmptyWord } from './table-cell.ts'
import type { TableHeader, WantedColumn } from './table-header.ts'

/** A table whose cells are looked at for what is odd about them. */
export interface NotedTable {
  readonly sheet: string
  readonly header: TableHeader
  readonly columns: readonly WantedColumn[]
  readonly emptyWords: readonly string[]
}

/** Counts what is odd in each column while the rows go by. */
export interface TableNotes {
  add(row: Row): void
  /** One note for each oddity of each column, at its first cell. `merges`: ranges as `A1:B2`. */
  notes(merges: readonly string[]): SourceNote[]
}

/** An oddity of one column. */
interface Tally {
  readonly code: NoteCode
  count: number
  readonly firstRow: number
}

/** A column of the table, where it stands, and what was found in it. */
interface NotedColumn {
  readonly wanted: WantedColumn
  readonly at: number
  readonly tallies: Map<NoteCode, Tally>
  /** Rows in which it says nothing, in their order. */
  readonly blankRows: number[]
}

/** Notes for one reading of a table. */
export function tableNotes({ sheet, header, columns, emptyWords }: NotedTable): TableNotes {
  const noted = columns.flatMap((wanted): NotedColumn[] => {
    const at = header.columns.get(wanted.name)
    return at === undefined ? [] : [{ wanted, at, tallies: new Map(), blankRows: [] }]
  })

  function add(row: Row): void {
    for (const column of noted) {
      const cell = row.cells[column.at] ?? BLANK
      if (isBlankCell(cell)) column.blankRows.push(row.number)
      const code = oddity(cell, column.wanted, emptyWords)
      if (code !== null) count(column.tallies, code, row.number)
    }
  }

  function notes(merges: readonly string[]): SourceNote[] {
    return noted.flatMap(({ at, tallies, blankRows }) => {
      const merged = mergedBlanks(blankRows, at, merges)
      return [...tallies.values(), ...(merged ? [merged] : [])].map(({ code, count, firstRow }) => {
        return { code, place: cellPlace(sheet, at, firstRow), detail: String(count) }
      })
    })
  }

  return { add, notes }
}

function oddity(
  cell: Cell,
  { required, isIdentifier }: WantedColumn,
  emptyWords: readonly string[],
): NoteCode | null {
  if (isEmptyWord(cell, emptyWords)) return 'empty-word'
  if (!required && cellFault(cell, emptyWords) !== null) return 'optional-cell-unreadable'
  if (cell.kind !== 'number' || cellFault(cell, emptyWords) !== null) return null
  if (cell.shown !== null) return 'shown-with-leading-zeros'
  return isIdentifier ? 'number-typed-as-number' : null
}

function count(tallies: Map<NoteCode, Tally>, code: NoteCode, row: number): void {
  const tally = tallies.get(code)
  if (tally) tally.count += 1
  else tallies.set(code, { code, count: 1, firstRow: row })
}

/** Cells that look filled and are blank: merged cells keep their value in the first one. */
function mergedBlanks(
  blankRows: readonly number[],
  column: number,
  merges: readonly string[],
): Tally | null {
  let found = 0
  let firstRow = Number.POSITIVE_INFINITY
  for (const range of merges) {
    const [left, top, right, bottom] = corners(range)
    if (column < left || column > right) continue
    const from = firstIndexFrom(blankRows, column === left ? top + 1 : top)
    const to = firstIndexFrom(blankRows, bottom + 1)
    if (to <= from) continue
    found += to - from
    firstRow = Math.min(firstRow, blankRows[from] ?? firstRow)
  }
  return found === 0 ? null : { code: 'inside-merged-cells', count: found, firstRow }
}

/** Columns 0-based, rows 1-based; a range that says nothing holds no cell. */
function corners(range: string): readonly [number, number, number, number] {
  const [, left = '', top, right = left, bottom = top] =
    /^([A-Z]{1,3})([0-9]+)(?::([A-Z]{1,3})([0-9]+))?$/u.exec(range) ?? []
  return [columnIndex(left) ?? 0, Number(top ?? 1), columnIndex(right) ?? -1, Number(bottom ?? 0)]
}

/** Index of the first of `rows`, which ascend, that is not before `row`. */
function firstIndexFrom(rows: readonly number[], row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] ?? 0) < row) low = middle + 1
    else high = middle
  }
  return low
}
