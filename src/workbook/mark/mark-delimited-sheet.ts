import type { CellContent } from '../sheet-content.ts'
import { rowXml } from '../write/write-cell.ts'
import { fittedWidths } from '../write/write-column-width.ts'
import { sheetEnd, sheetStart } from '../write/write-sheet.ts'
import type { CellNote } from './mark-note.ts'

/** A row of a delimited text; `number` is its 1-based row, numbers left out are blank rows. */
export interface DelimitedRow {
  readonly number: number
  readonly cells: readonly string[]
}

export interface DelimitedSheet {
  readonly rows: DelimitedCursor
  readonly section: Section
  /** Where our formats begin in the workbook's style sheet. */
  readonly firstFormat: number
}

/** The rows of the text that one sheet holds, and the notes on them in order. */
interface Section {
  readonly first: number
  readonly last: number
  readonly notes: readonly CellNote[]
}

/** Rows of a delimited text read one by one, with a look ahead. */
export interface DelimitedCursor {
  /** The next row when its number is not past `last`, else null. */
  take(last: number): Promise<DelimitedRow | null>
  ahead(count: number): Promise<readonly DelimitedRow[]>
}

const ROWS_MEASURED = 300
const PIECE_CHARACTERS = 65_536

/** Opens a cursor; nothing is read before it is asked for. */
export function delimitedCursor(rows: AsyncIterable<DelimitedRow>): DelimitedCursor {
  const iterator = rows[Symbol.asyncIterator]()
  const waiting: DelimitedRow[] = []
  const ahead = async (count: number) => {
    while (waiting.length < count) {
      const step = await iterator.next()
      if (step.done) break
      waiting.push(step.value)
    }
    return waiting.slice(0, count)
  }
  return {
    ahead,
    async take(last) {
      const [next] = await ahead(1)
      if (!next || next.number > last) return null
      waiting.shift()
      return next
    },
  }
}

/** Widths in characters that fit the next rows. */
export async function delimitedWidths(rows: DelimitedCursor): Promise<number[]> {
  const first = await rows.ahead(ROWS_MEASURED)
  return fittedWidths(first.map((row) => row.cells))
}

/** The XML of one sheet that holds a section of the text, piece by piece. */
export async function* delimitedSheetXml(
  { rows, section, firstFormat }: DelimitedSheet,
  { widths, drawing }: { widths: readonly number[]; drawing: string },
): AsyncGenerator<string> {
  const notes = Map.groupBy(section.notes, (note) => note.row)
  const noted = [...notes.keys()]
  let xml = sheetStart({ selected: false, widths, frozenRows: 0 })
  for (let row = await rows.take(section.last); row; row = await rows.take(section.last)) {
    xml += blankRows(row.number) + written(row)
    if (noted[0] === row.number) noted.shift()
    if (xml.length < PIECE_CHARACTERS) continue
    yield xml
    xml = ''
  }
  yield xml + blankRows(Number.POSITIVE_INFINITY) + sheetEnd('', drawing)

  /** Rows that the text does not have but that are marked. */
  function blankRows(before: number): string {
    let blank = ''
    for (let number = noted[0]; number !== undefined && number < before; number = noted[0]) {
      noted.shift()
      blank += written({ number, cells: [] })
    }
    return blank
  }

  function written({ number, cells }: DelimitedRow): string {
    const marked = notes.get(number) ?? []
    return rowXml(number - section.first + 1, withMarks(cells, marked), firstFormat)
  }
}

function withMarks(cells: readonly string[], notes: readonly CellNote[]): readonly CellContent[] {
  if (notes.length === 0) return cells
  const marked: CellContent[] = [...cells]
  for (const { column } of notes) {
    while (marked.length <= column) marked.push(null)
    marked[column] = { text: cells[column] ?? '', look: 'bad' }
  }
  return marked
}
