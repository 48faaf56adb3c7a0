import type { ColumnWord, ListWord } from '../language/report-words.ts'
import type { CellContent } from '../workbook/sheet-content.ts'
import type { Placed } from './place.ts'
import type { ReportData } from './report-data.ts'
import type { Voice } from './voice.ts'

/**
 * The columns of a list in their order: what each holds of a row. The keys never change, the titles
 * speak the report's language. Identifiers are text, so that no spreadsheet takes them for amounts.
 */
export type ListColumns<Row> = {
  readonly [Key in ColumnWord]?: (row: Row, voice: Voice) => CellContent
}

/** How one list is made: its rows out of the report's data, its columns out of each row. */
interface ListDefinition<Row extends Placed> {
  readonly name: ListWord
  rows(data: ReportData): readonly Row[]
  readonly columns: ListColumns<NoInfer<Row>>
  /** What rows that belong together have in common; without it each row is an entry of its own. */
  entryOf?(row: NoInfer<Row>): string
}

/** A list as the report sees it, whatever its rows are. */
export interface ReportList {
  readonly name: ListWord
  readonly columns: readonly ColumnWord[]
  lines(data: ReportData, voice: Voice): ListLine[]
}

/** One row of a list as written, with the place it belongs to. */
export interface ListLine extends Placed {
  readonly cells: readonly CellContent[]
  /** The entry this row belongs to; null when it is one by itself. */
  readonly entry: string | null
}

/** Declares a list; the type of its rows stays its own business. */
export function defineList<Row extends Placed>(list: ListDefinition<Row>): ReportList {
  const { name, columns, entryOf } = list
  const keys = Object.keys(columns).filter((key): key is ColumnWord => key in columns)
  return {
    name,
    columns: keys,
    lines: (data, voice) =>
      list.rows(data).map((row) => ({
        municipality: row.municipality,
        building: row.building,
        cells: keys.map((key) => columns[key]?.(row, voice) ?? null),
        entry: entryOf ? entryOf(row) : null,
      })),
  }
}

/** How many things the lines tell of, however many lines each takes. */
export function entryCount(lines: readonly ListLine[]): number {
  const alone = lines.filter(({ entry }) => entry === null).length
  const shared = new Set(lines.flatMap(({ entry }) => (entry === null ? [] : [entry])))
  return alone + shared.size
}
