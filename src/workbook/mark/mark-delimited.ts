import { columnLetters } from '../../lib/cell-address.ts'
import { AppError } from '../../lib/errors.ts'
import type { SheetContent } from '../sheet-content.ts'
import {
  closingParts,
  leadingParts,
  OFFICE_RELATIONSHIPS,
  sheetPartName,
} from '../write/write-package.ts'
import { rowCursor } from '../write/write-rows.ts'
import { headerRowOf, MAIN_NAMESPACE, MAX_ROWS, sheetXml } from '../write/write-sheet.ts'
import { freeSheetName } from '../write/write-sheet-name.ts'
import { gathered, writeZip, type ZipPart } from '../write/write-zip.ts'
import { openStyleSheet } from '../write/xlsx-style-sheet.ts'
import { noComments, withNotes } from './mark-comments.ts'
import { COMMENTS_TYPE, VML_TYPE } from './mark-content-types.ts'
import {
  type DelimitedRow,
  type DelimitedSheet,
  delimitedCursor,
  delimitedSheetXml,
  delimitedWidths,
} from './mark-delimited-sheet.ts'
import { type CellNote, type Mark, notesBySheet } from './mark-note.ts'
import { NO_RELATIONSHIPS, relationshipsPartOf, withRelationship } from './mark-relationships.ts'
import { pixelsOf } from './mark-sheet-head.ts'
import { noShapes, withBoxes } from './mark-vml.ts'

const COMMENTS_ID = 'rId1'
const DRAWING_ID = 'rId2'
const DRAWING = `<legacyDrawing xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="${DRAWING_ID}"/>`

export interface MarkDelimitedInput {
  readonly target: string
  /** Name of the text's one sheet, as its marks call it. */
  readonly sheet: string
  /** The text's rows in order; `number` is the 1-based row, numbers left out are blank rows. */
  readonly rows: AsyncIterable<DelimitedRow>
  readonly marks: readonly Mark[]
  /** Becomes the first sheet, open when the workbook is opened. */
  readonly summary: SheetContent
  /** Rows of one sheet, 1,048,576 unless told otherwise; what is left goes on in `Name (2)`. */
  readonly maxRows?: number
}

/**
 * Writes an xlsx workbook with a summary sheet first and the rows of a delimited text behind it, as
 * text, its marked cells coloured and with a comment. Throws `workbook.sheet-not-found` for a mark
 * that names another sheet.
 */
export async function markDelimited(input: MarkDelimitedInput): Promise<void> {
  await writeZip(input.target, delimitedParts(input, notesOf(input)))
}

function notesOf({ target, sheet, marks }: MarkDelimitedInput): CellNote[] {
  const bySheet = notesBySheet(marks)
  const other = [...bySheet.keys()].find((name) => name !== sheet)
  if (other === undefined) return bySheet.get(sheet) ?? []
  throw new AppError('workbook.sheet-not-found', { file: target, sheet: other, sheets: [sheet] })
}

async function* delimitedParts(
  input: MarkDelimitedInput,
  notes: readonly CellNote[],
): AsyncGenerator<ZipPart> {
  const maxRows = input.maxRows ?? MAX_ROWS
  const { toXml, firstFormat } = openStyleSheet('', MAIN_NAMESPACE)
  yield* leadingParts(toXml())
  yield { name: sheetPartName(1), content: gathered(summaryXml(input.summary, firstFormat)) }
  const textName = freeSheetName(input.sheet, [])
  const names = [freeSheetName(input.summary.name, [textName]), textName]
  const rows = delimitedCursor(input.rows)
  for (let first = 1; ; first += maxRows) {
    const last = first + maxRows - 1
    const number = names.length
    const section = { first, last, notes: notes.filter(({ row }) => first <= row && row <= last) }
    yield* sheetParts({ number, rows, section, firstFormat })
    const [next] = await rows.ahead(1)
    if (!next && !notes.some(({ row }) => row > last)) break
    names.push(freeSheetName(input.sheet, names))
  }
  const sheets = names.map((name, index) => ({
    name,
    headerRow: index === 0 ? headerRowOf(input.summary) : 0,
  }))
  yield* closingParts(sheets, extraTypes(names.length))
}

async function* sheetParts(
  sheet: DelimitedSheet & { readonly number: number },
): AsyncGenerator<ZipPart> {
  const { number, rows, section } = sheet
  const widths = await delimitedWidths(rows)
  yield {
    name: sheetPartName(number),
    content: delimitedSheetXml(sheet, { widths, drawing: DRAWING }),
  }
  const notes = section.notes.map((note) => movedUp(note, section.first - 1))
  const columnPixels = (column: number) => pixelsOf(widths[column])
  const { xml } = withNotes(noComments(MAIN_NAMESPACE), notes)
  yield { name: commentsPart(number), content: xml }
  const boxes = withBoxes(noShapes(number), notes, { columnPixels })
  yield { name: drawingPart(number), content: boxes }
  yield { name: relationshipsPartOf(sheetPartName(number)), content: sheetRelationships(number) }
}

function movedUp(note: CellNote, by: number): CellNote {
  const row = note.row - by
  return { ...note, row, address: columnLetters(note.column) + row }
}

function sheetRelationships(number: number): string {
  const comments = {
    id: COMMENTS_ID,
    type: `${OFFICE_RELATIONSHIPS}/comments`,
    part: commentsPart(number),
  }
  const drawing = {
    id: DRAWING_ID,
    type: `${OFFICE_RELATIONSHIPS}/vmlDrawing`,
    part: drawingPart(number),
  }
  return withRelationship(withRelationship(NO_RELATIONSHIPS, comments), drawing)
}

function commentsPart(number: number): string {
  return `xl/comments${number}.xml`
}

function drawingPart(number: number): string {
  return `xl/drawings/vmlDrawing${number}.vml`
}

function extraTypes(sheetCount: number): string {
  const numbers = Array.from({ length: sheetCount - 1 }, (_hole, index) => index + 2)
  const types = numbers.flatMap((number) => [
    `<Override PartName="/${commentsPart(number)}" ContentType="${COMMENTS_TYPE}"/>`,
    `<Override PartName="/${drawingPart(number)}" ContentType="${VML_TYPE}"/>`,
  ])
  return types.join('')
}

function* summaryXml(content: SheetContent, firstFormat: number): Generator<string> {
  const rows = rowCursor(content.rows)
  yield* sheetXml({ content, rows, firstFormat, selected: true })
  if (rows.take() !== null) throw new RangeError('the summary is longer than a sheet')
}
