import { wholeRowFault } from '../accept/placed-fault.ts'
import type { RejectedRow } from '../accept/rejected-file.ts'
import { type RowReaders, rowReaders } from '../accept/row-reader.ts'
import { openRows } from '../parse/open-rows.ts'
import type { RowBatch } from '../parse/row-stream.ts'
import type { IngestOrder } from './ingest-file.task.ts'

/** The rows of a file that are refused, as they were delivered. */
export async function* rejectedRows(
  content: AsyncIterable<Uint8Array>,
  order: Pick<IngestOrder, 'name' | 'mediaType' | 'source' | 'profile' | 'defaultMetric'>,
): AsyncGenerator<RejectedRow> {
  const { source, profile, defaultMetric } = order
  const stream = await openRows(content, order)
  const { format } = stream.nature()
  const readers = rowReaders({ format, source, profile, defaultMetric, hash: () => NO_KEY })
  try {
    for await (const batch of stream.batches()) {
      yield* refusedOf(batch, readers)
    }
  } finally {
    await stream.close()
  }
}

/** In the order of the file, be they told into cells or not. */
function refusedOf(batch: RowBatch, readers: RowReaders): RejectedRow[] {
  const { columns } = batch
  const read = readers.of(batch)
  const told = batch.rows.flatMap((row) => {
    const result = read(row)
    if (result.kind === 'event') return []
    return [{ line: row.line, row: { columns, values: row.values, faults: result.faults } }]
  })
  const untold = batch.faults.map((fault) => {
    const row = { columns, values: fault.values ?? [], faults: [wholeRowFault(fault)] }
    return { line: fault.line, row }
  })
  return [...told, ...untold].sort((one, other) => one.line - other.line).map(({ row }) => row)
}

/** What is refused has no key. */
const NO_KEY = '0'.repeat(64)
