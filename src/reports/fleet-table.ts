import type { Phrase } from '../language/language.ts'
import type { CellContent, SheetContent } from '../workbook/sheet-content.ts'
import type { Voice } from './voice.ts'

/** What a program reads: text, numbers, or nothing. */
export type Code = string | number | null

/** One column: a key and codes, which never change, for programs; a title and cells for people. */
export interface FleetColumn<Row> {
  readonly key: string
  readonly title: Phrase
  code(row: Row): Code
  /** What people are shown where it is not the code itself. */
  cell?(row: Row, voice: Voice): CellContent
}

/** A table of the fleet, whatever its rows are. */
export interface FleetTable {
  /** Stands in the names of files. */
  readonly name: string
  /** The name of its sheet as well, which holds 31 characters; said whole in its first line. */
  readonly title: Phrase
  /** What the table tells of, above its columns; for people. */
  readonly notes: readonly Phrase[]
  readonly keys: readonly string[]
  codes(): Iterable<readonly Code[]>
  sheet(voice: Voice): SheetContent
}

interface FleetTableDefinition<Row> extends Pick<FleetTable, 'name' | 'title' | 'notes'> {
  readonly columns: readonly FleetColumn<NoInfer<Row>>[]
  readonly rows: readonly Row[]
}

/** Makes a table; the type of its rows stays its own business. */
export function fleetTable<Row>(table: FleetTableDefinition<Row>): FleetTable {
  const { name, title, notes, columns, rows } = table
  return {
    ...{ name, title, notes },
    keys: columns.map(({ key }) => key),
    codes: () => rowsOf(rows, (row) => columns.map((column) => column.code(row))),
    sheet: (voice) => ({
      name: voice.say(title),
      preamble: [title, ...notes].map((note) => voice.say(note)),
      columns: columns.map((column) => ({ title: voice.say(column.title) })),
      rows: rowsOf(rows, (row) => columns.map((column) => cellOf(column, row, voice))),
    }),
  }
}

function cellOf<Row>({ code, cell }: FleetColumn<Row>, row: Row, voice: Voice): CellContent {
  return cell ? cell(row, voice) : code(row)
}

/** One row at a time, so that a table of any length takes no more room than its rows. */
function* rowsOf<Row, Made>(rows: readonly Row[], make: (row: Row) => Made): Generator<Made> {
  for (const row of rows) yield make(row)
}
