import { columnIndex, columnLetters } from '../lib/cell-address.ts'
import { foldWords } from '../lib/text.ts'
import { cellText, type Row } from '../workbook/cell.ts'
import { isBlankCell } from './table-cell.ts'

/** A column a source looks for, by the words people write above it. */
export interface WantedColumn {
  readonly name: string
  /** Headings that mean it, compared without case, accents and punctuation. */
  readonly headings: readonly string[]
  readonly required: boolean
  /** Whether its cells name something by a number or code, zeros and all. */
  readonly isIdentifier: boolean
}

/**
 * Which row is the header and where each column stands (0-based). An optional column that is not
 * there, or stands there more than once, is missing.
 */
export interface TableHeader {
  readonly row: number
  readonly columns: ReadonlyMap<string, number>
}

/** What looking for the header came to. `missing`: the columns the best row still lacked. */
export type HeaderSearch =
  | { readonly kind: 'found'; readonly header: TableHeader }
  | {
      readonly kind: 'unclear'
      readonly row: number
      readonly column: string
      readonly at: readonly number[]
    }
  | { readonly kind: 'missing'; readonly missing: readonly string[] }

/** What a person pinned in the configuration instead of leaving it to the words. */
export interface PinnedHeader {
  /** 1-based. */
  readonly headerRow?: number | undefined
  /** Letters by column name. */
  readonly columns?: Readonly<Record<string, string | undefined>> | undefined
}

/** How many rows from the top may stand above the header. */
export const HEADER_SEARCH_ROWS = 60

/**
 * Finds the header among the first rows of a sheet by its words, or where it is pinned. When only
 * columns are pinned, and all that are needed, it is the first row in which each holds something.
 */
export function findHeader(
  rows: readonly Row[],
  wanted: readonly WantedColumn[],
  pinned: PinnedHeader = {},
): HeaderSearch {
  const required = wanted.filter((column) => column.required)
  const byPinsAlone =
    pinned.headerRow === undefined &&
    required.every(({ name }) => pinnedIndex(name, pinned) !== null)
  let missing = required.map((column) => column.name)
  for (const row of rows) {
    if (pinned.headerRow !== undefined && row.number !== pinned.headerRow) continue
    if (byPinsAlone && required.some(({ name }) => isBlankAt(row, pinnedIndex(name, pinned))))
      continue
    const tried = readHeader(row, wanted, pinned)
    if (tried.kind !== 'missing') return tried
    if (tried.missing.length < missing.length) missing = [...tried.missing]
  }
  return { kind: 'missing', missing }
}

function readHeader(row: Row, wanted: readonly WantedColumn[], pinned: PinnedHeader): HeaderSearch {
  const found = wanted.map((column) => ({ column, at: columnsOf(row, column, pinned) }))
  const missing = found.filter(({ column, at }) => column.required && at.length === 0)
  if (missing.length > 0) {
    return { kind: 'missing', missing: missing.map(({ column }) => column.name) }
  }
  const unclear = found.find(({ column, at }) => column.required && at.length > 1)
  if (unclear) {
    return { kind: 'unclear', row: row.number, column: unclear.column.name, at: unclear.at }
  }
  const columns = found.flatMap(({ column, at: [first, ...others] }) =>
    first === undefined || others.length > 0 ? [] : [[column.name, first] as const],
  )
  return { kind: 'found', header: { row: row.number, columns: new Map(columns) } }
}

function columnsOf(row: Row, column: WantedColumn, pinned: PinnedHeader): number[] {
  const index = pinnedIndex(column.name, pinned)
  if (index !== null) return [index]
  const headings = column.headings.map(foldWords)
  return row.cells.flatMap((cell, at) => (headings.includes(foldWords(cellText(cell))) ? [at] : []))
}

function pinnedIndex(name: string, { columns }: PinnedHeader): number | null {
  const letters = columns?.[name]
  return letters === undefined ? null : columnIndex(letters)
}

function isBlankAt({ cells }: Row, column: number | null): boolean {
  return column === null || isBlankCell(cells[column])
}

/** The places of an unclear heading, as a person would look them up. */
export function headingPlaces(row: number, at: readonly number[]): string[] {
  return at.map((column) => `${columnLetters(column)}${row}`)
}
