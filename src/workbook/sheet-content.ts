/** What a sheet to be written holds; written as a stream, so `rows` may be any size. */
export interface SheetContent {
  /** At most 31 characters, none of `[]:*?/\`; the writer mends a name that breaks this. */
  readonly name: string
  readonly columns: readonly ColumnContent[]
  /** One array per row, in the order of `columns`. */
  readonly rows: Iterable<readonly CellContent[]>
  /** Lines above the header row, for instance a title; empty by default. */
  readonly preamble?: readonly string[]
}

export interface ColumnContent {
  readonly title: string
  /** In characters; fitted to title and first rows by the writer when absent. */
  readonly width?: number
}

/**
 * Text is always written as text, never as a formula; null and '' leave the cell blank. A Date is
 * written as the wall clock of the process's time zone shows it.
 */
export type CellContent =
  | string
  | number
  | Date
  | null
  | { readonly text: string; readonly look: CellLook }
  | { readonly number: number; readonly look: CellLook }

/** `bad`: what is wrong; `good`: what is right; `muted`: side remarks; `strong`: headings and totals. */
export type CellLook = 'bad' | 'good' | 'muted' | 'strong'
