import type { Row } from './cell.ts'

/** A workbook opened for reading: xlsx (whatever its name says) or delimited text. */
export interface OpenedWorkbook {
  readonly file: string
  readonly format: 'xlsx' | 'csv'
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly hash: string
  readonly bytes: number
  /** In the file's own order; a csv file has one, named after the file. */
  readonly sheets: readonly Sheet[]
  /** True when the workbook counts days from 1904; its dates are converted rightly. */
  readonly date1904: boolean
  close(): Promise<void>
}

/** One sheet of cells; what comes from `rows()` is proven whole only once it has ended without an error. */
export interface Sheet {
  readonly name: string
  readonly hidden: boolean
  /**
   * Rows in file order, in batches; may be called again. Blank rows may be missing from the file and
   * so from here. `only`: 0-based columns to read; cells of others may be left out, unread.
   */
  rows(only?: ReadonlySet<number>): AsyncIterable<readonly Row[]>
  /** Merged ranges as `A1:B2`; known once `rows()` has been read to its end, empty before. */
  merges(): readonly string[]
  /** The last row the sheet says it has, 1-based; null where it does not say, or nothing was read yet. */
  declaredRows(): number | null
}
