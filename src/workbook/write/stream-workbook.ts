import type { CellContent, SheetContent } from '../sheet-content.ts'
import { closingParts, leadingParts, sheetPartName, type WrittenSheet } from './write-package.ts'
import type { RowCursor } from './write-rows.ts'
import { headerRowOf, MAIN_NAMESPACE, MAX_ROWS, ROWS_MEASURED, sheetXml } from './write-sheet.ts'
import { freeSheetName } from './write-sheet-name.ts'
import { PIECE_CHARACTERS, type ZipPart, zipBytes } from './write-zip.ts'
import { openStyleSheet } from './xlsx-style-sheet.ts'

type Row = readonly CellContent[]

/** A sheet whose rows come batch by batch while it is written. */
export interface StreamedSheet extends Omit<SheetContent, 'rows'> {
  readonly batches: AsyncIterable<Iterable<Row>>
}

/** The bytes of a workbook of one sheet while its rows come; a batch is asked for once the rows before it are written. */
export function workbookBytes(
  sheet: StreamedSheet,
  { maxRows = MAX_ROWS }: { readonly maxRows?: number } = {},
): AsyncGenerator<Uint8Array> {
  return zipBytes(partsOf(sheet, maxRows))
}

async function* partsOf(
  { batches, ...sheet }: StreamedSheet,
  maxRows: number,
): AsyncGenerator<ZipPart> {
  const { toXml, firstFormat } = openStyleSheet('', MAIN_NAMESPACE)
  const rows = arrivingRows(batches)
  try {
    await rows.arrived(ROWS_MEASURED)
    yield* leadingParts(toXml())
    const content = { ...sheet, rows: [] }
    const written: WrittenSheet[] = []
    do {
      const names = written.map(({ name }) => name)
      const selected = written.length === 0
      written.push({ name: freeSheetName(sheet.name, names), headerRow: headerRowOf(content) })
      const pieces = sheetXml({ content, rows: rows.cursor, firstFormat, selected, maxRows })
      yield { name: sheetPartName(written.length), content: gathered(pieces, rows) }
      await rows.arrived(1)
    } while (rows.cursor.ahead(1).length > 0)
    yield* closingParts(written)
  } finally {
    await rows.leave()
  }
}

interface ArrivingRows {
  /** Of the rows that have arrived. */
  readonly cursor: RowCursor<Row>
  /** Waits until so many rows wait in the cursor, or no more come. */
  arrived(count: number): Promise<void>
  /** Asks for no more. */
  leave(): Promise<void>
}

function arrivingRows(batches: AsyncIterable<Iterable<Row>>): ArrivingRows {
  const coming = batches[Symbol.asyncIterator]()
  let waiting: Row[] = []
  let next = 0
  let isOver = false
  return {
    cursor: {
      take() {
        const row = waiting[next] ?? null
        if (row !== null) next += 1
        return row
      },
      ahead: (count) => waiting.slice(next, next + count),
    },
    async arrived(count) {
      while (!isOver && waiting.length - next < count) {
        const batch = await coming.next()
        isOver = batch.done === true
        if (!batch.done) waiting = [...waiting.slice(next), ...batch.value]
        if (!batch.done) next = 0
      }
    },
    async leave() {
      await coming.return?.()
    },
  }
}

/** Pieces worth compressing, of a sheet that takes at most one row for each small one. */
async function* gathered(
  pieces: Iterator<string>,
  rows: Pick<ArrivingRows, 'arrived'>,
): AsyncGenerator<string> {
  let text = ''
  for (;;) {
    await rows.arrived(1)
    const piece = pieces.next()
    if (piece.done) break
    text += piece.value
    if (text.length < PIECE_CHARACTERS) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
