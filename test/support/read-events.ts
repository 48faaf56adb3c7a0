import { openRows, type RowRequest } from '../../src/events/parse/open-rows.ts'
import type { CellValue, FileNature, RowBatch } from '../../src/events/parse/row-stream.ts'
import { AppError } from '../../src/lib/errors.ts'

/** What came of reading a file of events. */
export interface ReadEvents {
  readonly nature: FileNature
  readonly rows: readonly { readonly [heading: string]: CellValue }[]
  readonly lines: readonly number[]
  /** `line code reason: raw` */
  readonly faults: readonly string[]
  readonly batches: readonly RowBatch[]
}

/** Reads bytes as a file of events; each row by its headings. */
export async function readEvents(
  bytes: Buffer | AsyncIterable<Uint8Array>,
  request: Partial<RowRequest> = {},
): Promise<ReadEvents> {
  const pieces = Buffer.isBuffer(bytes) ? piecesOf([bytes]) : bytes
  const stream = await openRows(pieces, { name: 'days', ...request })
  const batches: RowBatch[] = []
  for await (const batch of stream.batches()) batches.push(batch)
  const rows = batches.flatMap(({ columns, rows }) => rows.map((row) => ({ ...row, columns })))
  const faults = batches.flatMap((batch) => batch.faults)
  return {
    nature: stream.nature(),
    rows: rows.map(({ columns, values }) =>
      Object.fromEntries(values.map((value, at) => [columns[at] ?? `beyond ${at}`, value])),
    ),
    lines: rows.map(({ line }) => line),
    faults: faults.map(({ line, code, reason, raw }) => `${line} ${code} ${reason}: ${raw}`),
    batches,
  }
}

/** The code and details of the failure that reading ends in; `read` when there is none. */
export async function readingFault(
  bytes: Buffer | AsyncIterable<Uint8Array>,
  request: Partial<RowRequest> = {},
): Promise<string> {
  try {
    await readEvents(bytes, request)
    return 'read'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return error.message
  }
}

export async function* piecesOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces
}
