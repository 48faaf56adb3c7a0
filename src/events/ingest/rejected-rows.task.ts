import { createReadStream } from 'node:fs'
import { wholeRowFault } from '../accept/placed-fault.ts'
import type { RejectedRow } from '../accept/rejected-file.ts'
import { rowReaders } from '../accept/row-reader.ts'
import { openRows } from '../parse/open-rows.ts'
import type { IngestOrder } from './ingest-file.task.ts'

/** The rows of a file that are refused, as they were delivered; the file is read once more for them. */
export async function* rejectedRows(order: IngestOrder): AsyncGenerator<RejectedRow> {
  const { path, source, profile, defaultMetric } = order
  const stream = await openRows(createReadStream(path), order)
  const { format } = stream.nature()
  const readers = rowReaders({ format, source, profile, defaultMetric, hash: () => NO_KEY })
  try {
    for await (const batch of stream.batches()) {
      const read = readers.of(batch)
      for (const row of batch.rows) {
        const { columns } = batch
        const result = read(row)
        if (result.kind === 'refused') {
          yield { columns, values: row.values, faults: result.faults }
        }
      }
      for (const fault of batch.faults) {
        yield { columns: batch.columns, values: fault.values ?? [], faults: [wholeRowFault(fault)] }
      }
    }
  } finally {
    await stream.close()
  }
}

/** What is refused has no key. */
const NO_KEY = '0'.repeat(64)
