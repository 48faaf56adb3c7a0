import type { WithHead } from '../bytes/with-head.ts'
import { csvReader } from '../csv/csv-reader.ts'
import type { EventContent } from '../event-content.ts'
import type { EventFile } from '../event-file.ts'
import { jsonLinesReader, jsonReader } from '../json/json-reader.ts'
import { type RowBatcher, rowBatcher } from '../row-batcher.ts'
import type { RowReader } from '../row-reader.ts'
import type { EventFormat, RowBatch } from '../row-stream.ts'
import type { BlockDecoder } from './block-decoder.ts'
import type { DeclaredFormat } from './declared-format.ts'
import { sampleText } from './sample-text.ts'
import { startDecoder } from './start-decoder.ts'
import { startEncoding } from './start-encoding.ts'
import { type TextLayout, textLayout } from './text-layout.ts'

const FORMATS: Record<TextLayout['kind'], EventFormat> = {
  delimited: 'csv',
  'json-list': 'json',
  'json-objects': 'json',
  'json-lines': 'ndjson',
}

/** A text of rows, read as its first bytes say it is laid out. */
export function textContent(
  { head, blocks }: WithHead,
  file: EventFile,
  declared: DeclaredFormat | null,
): EventContent {
  const start = startEncoding(head)
  const layout = textLayout(sampleText(head, start), declared)
  const decoder = startDecoder(start, file)
  const batcher = rowBatcher()
  const reader = readerFor(layout, file, batcher)

  async function* batches(): AsyncGenerator<RowBatch> {
    yield* textBatches(withoutMark(blocks, start.markBytes), { decoder, reader, batcher })
  }

  return {
    nature: () => ({
      format: FORMATS[layout.kind],
      encoding: decoder.encoding(),
      delimiter: layout.kind === 'delimited' ? layout.delimiter.character : null,
      hiddenSheets: [],
    }),
    batches,
    close: async () => {},
  }
}

function readerFor(layout: TextLayout, file: EventFile, batcher: RowBatcher): RowReader {
  switch (layout.kind) {
    case 'delimited':
      return csvReader({ file, delimiter: layout.delimiter, batcher })
    case 'json-lines':
      return jsonLinesReader({ file, batcher })
    default:
      return jsonReader({ file, batcher }, layout.kind)
  }
}

interface TextParts {
  readonly decoder: BlockDecoder
  readonly reader: RowReader
  readonly batcher: RowBatcher
}

async function* textBatches(
  blocks: AsyncIterable<Buffer>,
  { decoder, reader, batcher }: TextParts,
): AsyncGenerator<RowBatch> {
  for await (const block of blocks) {
    reader.push(decoder.push(block))
    yield* batcher.take()
  }
  reader.push(decoder.end())
  reader.end()
  yield* batcher.takeRest()
}

/** The mark is whole in the first block. */
async function* withoutMark(
  blocks: AsyncIterable<Buffer>,
  markBytes: number,
): AsyncGenerator<Buffer> {
  let skipped = markBytes
  for await (const block of blocks) {
    yield block.subarray(skipped)
    skipped = 0
  }
}
