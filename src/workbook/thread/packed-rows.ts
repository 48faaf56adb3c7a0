import type { Cell, Row } from '../cell.ts'

/**
 * Rows on their way from one thread to another: a few long lists, which are copied in a fraction of
 * the time that an object for each row and cell takes.
 */
export interface PackedRows {
  /** Number of each row, and how many of `cells` are those of the rows up to it. */
  readonly numbers: readonly number[]
  readonly ends: readonly number[]
  /** The cells that hold something and the column of each; text stands for itself. */
  readonly columns: readonly number[]
  readonly cells: readonly (string | Cell)[]
}

/** Packs rows; holes among their cells stay holes. */
export function packRows(rows: readonly Row[]): PackedRows {
  const packed = { numbers: [], ends: [], columns: [], cells: [] } as {
    [List in keyof PackedRows]: PackedRows[List][number][]
  }
  for (const row of rows) {
    row.cells.forEach((cell, column) => {
      if (cell === undefined) return
      packed.columns.push(column)
      packed.cells.push(cell.kind === 'text' ? cell.text : cell)
    })
    packed.numbers.push(row.number)
    packed.ends.push(packed.cells.length)
  }
  return packed
}

/** The rows that were packed. */
export function unpackRows({ numbers, ends, columns, cells }: PackedRows): Row[] {
  let at = 0
  return numbers.map((number, index) => {
    const row: (Cell | undefined)[] = []
    for (const end = ends[index] ?? 0; at < end; at++) {
      const cell = cells[at]
      row[columns[at] ?? 0] = typeof cell === 'string' ? { kind: 'text', text: cell } : cell
    }
    return { number, cells: row }
  })
}
