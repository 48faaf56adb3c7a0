import { hash } from 'node:crypto'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Progress } from '../../lib/progress.ts'
import { type FaultSummary, faultTally } from '../accept/faults.ts'
import { wholeRowFault } from '../accept/placed-fault.ts'
import { type RowReaders, rowReaders } from '../accept/row-reader.ts'
import type { ReadEventRow } from '../keep/row-gatherer.ts'
import { type EventWriter, openEventWriter } from '../keep/store.ts'
import { openRows } from '../parse/open-rows.ts'
import type { RowBatch, RowStream } from '../parse/row-stream.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'
import { openRawSpool, type RawSpool, uploadLabel } from '../raw/store.ts'
import type { ReceivedFile } from '../receive/store.ts'
import type { IngestMode, KeptUpload, OnConflict } from './queries.ts'
import { beginUpload, endUpload, type IngestStore } from './store.ts'
import { uploadWarnings } from './upload-warnings.ts'

export interface IngestContext {
  readonly runId: number
  readonly actor: string
  readonly database: Database
  readonly uploads: IngestStore
  readonly ring: KeyRing
  readonly progress: Progress
  readonly now: Date
}

/** How a file is to be taken in. */
export interface IngestOrder {
  /** What its sender calls it. */
  readonly name: string
  readonly mediaType: string | null
  /** Whose events they are where a row does not say. */
  readonly source: string
  readonly profile: MappingProfile
  /** The metric of rows that name none, before that of the profile; null for the profile's. */
  readonly defaultMetric: string | null
  /** `strict`: one bad row refuses the file; `lenient`: bad rows are kept as such. */
  readonly mode: IngestMode
  /** What becomes of an event that comes again with another value. */
  readonly onConflict: OnConflict
}

/** What came of a file. */
export type Ingested =
  | { readonly kind: 'taken'; readonly upload: KeptUpload; readonly faults: FaultSummary }
  /** The same file was taken in before, read the same way: nothing was done. */
  | { readonly kind: 'same'; readonly upload: KeptUpload }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly rows: number; readonly faults: FaultSummary }

/**
 * Takes a file of events in, all of it or nothing: its events are kept and the days they touch worked
 * out anew in one transaction, in which the file itself is kept sealed.
 */
export async function ingestFile(
  context: IngestContext,
  order: IngestOrder,
  received: ReceivedFile,
): Promise<Ingested> {
  const { uploads, ring } = context
  const { source } = order
  const readingHash = readingHashOf(order)
  const same = await uploads.findSame({ source, fileHash: received.hash, readingHash })
  if (same !== null) return { kind: 'same', upload: same }
  const uploadId = await uploads.reserveId()
  const spool = await openRawSpool(ring, uploadLabel(uploadId))
  try {
    return await take(context, order, { uploadId, readingHash, received, spool })
  } finally {
    await spool.close()
  }
}

/** How a file is read decides what it says: the same bytes read otherwise are another delivery. */
function readingHashOf({ profile, defaultMetric, mode, onConflict }: IngestOrder): Buffer {
  return hash('sha256', JSON.stringify([profile, defaultMetric, mode, onConflict]), 'buffer')
}

interface OpenUpload {
  readonly uploadId: number
  readonly readingHash: Buffer
  readonly received: ReceivedFile
  readonly spool: RawSpool
}

async function take(
  context: IngestContext,
  order: IngestOrder,
  open: OpenUpload,
): Promise<Ingested> {
  const { database, uploads } = context
  const refusal: { result: Ingested | null } = { result: null }
  try {
    const faults = await database.transaction(async (transaction) => {
      const read = await readInto(transaction, context, { order, ...open })
      if (order.mode === 'lenient' || read.faults.rows === 0) return read.faults
      refusal.result = { kind: 'refused', ...read }
      throw new Error('refused') // nothing of it is kept
    })
    const upload = await uploads.find(open.uploadId)
    if (upload === null) throw new Error('the upload was not kept')
    return { kind: 'taken', upload, faults }
  } catch (error) {
    if (refusal.result === null) throw error
    return refusal.result
  }
}

/** What is known of the rows once all are read. */
interface RowsRead {
  readonly rows: number
  readonly faults: FaultSummary
}

async function readInto(
  transaction: Transaction,
  { runId, actor, progress, now }: IngestContext,
  { order, uploadId, readingHash, received, spool }: OpenUpload & { readonly order: IngestOrder },
): Promise<RowsRead> {
  const { name, source, mode, onConflict } = order
  const profile = profileAsRead(order)
  const stream = await openRows(spooled(received, spool), order)
  try {
    await beginUpload(transaction, {
      ...{ id: uploadId, runId, actor, source, fileName: name, profile, mode, onConflict },
      ...{ fileHash: received.hash, readingHash, bytes: received.bytes, nature: stream.nature() },
    })
    const isReplacing = onConflict === 'replace'
    const writer = await openEventWriter(transaction, { uploadId, isReplacing })
    try {
      const read = await progress.step('read-events', (tick) =>
        readRows(stream, { writer, order, tick: (bytes) => tick(bytes, received.bytes) }),
      )
      if (mode === 'strict' && read.faults.rows > 0) return read
      await progress.step('keep-events', async () => {
        const kept = await writer.finish()
        await spool.end()
        const nature = stream.nature()
        const warnings = uploadWarnings(nature, kept.lastAt, now)
        const result = { ...kept, rows: read.rows, nature, warnings }
        await endUpload(transaction, uploadId, { ...result, pieces: spool.pieces() })
      })
      return read
    } finally {
      await writer.settle()
    }
  } finally {
    await stream.close()
  }
}

/** The profile that alone says how the file was read, so that it can be read so again. */
function profileAsRead({ profile, defaultMetric }: IngestOrder): MappingProfile {
  return defaultMetric === null ? profile : { ...profile, defaultMetric }
}

async function* spooled(received: ReceivedFile, spool: RawSpool): AsyncGenerator<Uint8Array> {
  for await (const bytes of received.content()) {
    await spool.add(bytes)
    yield bytes
  }
}

interface Reading {
  readonly writer: EventWriter
  readonly order: IngestOrder
  readonly tick: (bytes: number) => void
}

/** Of a file that is refused for one bad row only the faults are wanted, once there is one. */
async function readRows(stream: RowStream, { writer, order, tick }: Reading): Promise<RowsRead> {
  const { source, profile, defaultMetric, mode } = order
  const { format } = stream.nature()
  const readers = rowReaders({ format, source, profile, defaultMetric, hash: sha256 })
  const faults = faultTally()
  let count = 0
  let isRefused = false
  for await (const batch of stream.batches()) {
    const rows = rowsOf(batch, readers)
    for (const row of rows) faults.add(row.faults)
    count += rows.length
    isRefused ||= mode === 'strict' && faults.summary().rows > 0
    if (!isRefused) await writer.add(rows)
    tick(stream.bytesRead())
  }
  readers.end()
  return { rows: count, faults: faults.summary() }
}

/** In the order of the file, be they told into cells or not. */
function rowsOf(batch: RowBatch, readers: RowReaders): ReadEventRow[] {
  const read = readers.of(batch)
  const told = batch.rows.map((row): ReadEventRow => {
    const result = read(row)
    return result.kind === 'event'
      ? { line: row.line, event: result.event, faults: NONE }
      : { line: row.line, event: null, faults: result.faults }
  })
  if (batch.faults.length === 0) return told
  const untold = batch.faults.map((fault): ReadEventRow => {
    return { line: fault.line, event: null, faults: [wholeRowFault(fault)] }
  })
  return [...told, ...untold].sort((one, other) => one.line - other.line)
}

const NONE: readonly never[] = []

function sha256(text: string): string {
  return hash('sha256', text)
}
