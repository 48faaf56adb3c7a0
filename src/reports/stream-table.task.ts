import type { CellContent } from '../workbook/sheet-content.ts'
import { workbookBytes } from '../workbook/write/stream-workbook.ts'
import { csvLines } from './fleet-csv.ts'
import type { FleetTable } from './fleet-table.ts'
import type { Voice } from './voice.ts'

/** What a table is streamed as. */
export type StreamFormat = 'csv' | 'xlsx' | 'ndjson'

/** A table that comes batch by batch, at least one, so that it may be of any length. */
export interface StreamedTable<Item> {
  readonly batches: AsyncIterable<readonly Item[]>
  /** Some of its rows under the columns of the whole. */
  table(items: readonly Item[]): FleetTable
  /** A row as programs read it in a line of JSON. */
  told(item: Item): object
}

/** Makes a file of a table, piece by piece; a batch is asked for once what came of the one before is taken. */
export function streamTable<Item>(
  format: StreamFormat,
  streamed: StreamedTable<Item>,
  voice: Voice,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return csvPieces(streamed)
    case 'ndjson':
      return jsonPieces(streamed)
    case 'xlsx': {
      const { rows: _none, ...sheet } = streamed.table([]).sheet(voice)
      return workbookBytes({ ...sheet, batches: rowBatches(streamed, voice) })
    }
  }
}

/** Makes a file of a table that is there whole, piece by piece. */
export function streamWhole(
  format: StreamFormat,
  table: FleetTable,
  voice: Voice,
): AsyncIterable<string | Uint8Array> {
  switch (format) {
    case 'csv':
      return gatheredText(csvLines(table))
    case 'ndjson':
      return gatheredText(jsonLines(table))
    case 'xlsx': {
      const { rows, ...sheet } = table.sheet(voice)
      return workbookBytes({ ...sheet, batches: oneBatch(rows) })
    }
  }
}

/** Characters that are sent at once. */
const PIECE_CHARACTERS = 65_536

async function* gatheredText(lines: Iterable<string>): AsyncGenerator<string> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length < PIECE_CHARACTERS) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}

function* jsonLines({ keys, codes }: FleetTable): Generator<string> {
  for (const row of codes()) {
    yield `${JSON.stringify(Object.fromEntries(keys.map((key, at) => [key, row[at]])))}\n`
  }
}

async function* oneBatch<Row>(rows: Iterable<Row>): AsyncGenerator<Iterable<Row>> {
  yield rows
}

async function* csvPieces<Item>({ batches, table }: StreamedTable<Item>): AsyncGenerator<string> {
  let hasHead = false
  for await (const items of batches) {
    const [head = '', ...lines] = csvLines(table(items))
    const text = (hasHead ? '' : head) + lines.join('')
    hasHead = true
    if (text !== '') yield text
  }
}

async function* jsonPieces<Item>({ batches, told }: StreamedTable<Item>): AsyncGenerator<string> {
  for await (const items of batches) {
    if (items.length > 0) yield items.map((item) => `${JSON.stringify(told(item))}\n`).join('')
  }
}

async function* rowBatches<Item>(
  { batches, table }: StreamedTable<Item>,
  voice: Voice,
): AsyncGenerator<Iterable<readonly CellContent[]>> {
  for await (const items of batches) yield table(items).sheet(voice).rows
}
