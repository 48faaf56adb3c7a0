import { createHash, hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Database } from '../../db/database.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import { AppError } from '../../lib/errors.ts'
import type { Progress, Tick } from '../../lib/progress.ts'
import { type FaultSummary, type FaultTally, faultTally } from '../accept/faults.ts'
import { wholeRowFault } from '../accept/placed-fault.ts'
import { rowReaders } from '../accept/row-reader.ts'
import { openRows } from '../parse/open-rows.ts'
import type { FileNature, RowStream } from '../parse/row-stream.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'
import { openRawSpool, type RawSpool } from '../raw/store.ts'
import type { IngestMode, KeptUpload, OnConflict } from './queries.ts'
import { type IngestStore, keepUpload, type StagedRow, stageRows, takeStaged } from './store.ts'

export interface IngestContext {
  readonly runId: number
  readonly actor: string
  readonly database: Database
  readonly uploads: IngestStore
  readonly ring: KeyRing
  readonly progress: Progress
}

/** A file, and how it is to be taken in. */
export interface IngestOrder {
  /** Where it lies. */
  readonly path: string
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
 * Takes a file of events in, all of it or nothing: its rows are staged, compared with what is kept,
 * and the days they touch worked out anew in one transaction, in which the file itself is kept sealed.
 */
export async function ingestFile(context: IngestContext, order: IngestOrder): Promise<Ingested> {
  const { uploads, ring, progress } = context
  const { size } = await stat(order.path)
  const fileHash = await progress.step('look-at-file', (tick) => hashOf(order.path, size, tick))
  const { source } = order
  const same = await uploads.findSame({ source, fileHash, readingHash: readingHashOf(order) })
  if (same !== null) return { kind: 'same', upload: same }
  const uploadId = await uploads.reserveId()
  const spool = await openRawSpool(ring, uploadId)
  try {
    return await take(context, order, { uploadId, fileHash, size, spool })
  } finally {
    await spool.close()
  }
}

/** How a file is read decides what it says: the same bytes read otherwise are another delivery. */
function readingHashOf({ profile, defaultMetric, mode, onConflict }: IngestOrder): Buffer {
  return hash('sha256', JSON.stringify([profile, defaultMetric, mode, onConflict]), 'buffer')
}

async function hashOf(path: string, size: number, tick: Tick): Promise<Buffer> {
  const digest = createHash('sha256')
  let done = 0
  for await (const bytes of createReadStream(path)) {
    digest.update(bytes)
    done += bytes.length
    tick(done, size)
  }
  return digest.digest()
}

interface OpenUpload {
  readonly uploadId: number
  readonly fileHash: Buffer
  readonly size: number
  readonly spool: RawSpool
}

/** What is known of the rows once all are staged. */
interface Staged {
  readonly rows: number
  readonly nature: FileNature
  readonly faults: FaultSummary
}

async function take(
  context: IngestContext,
  order: IngestOrder,
  open: OpenUpload,
): Promise<Ingested> {
  const { database, uploads, progress, runId, actor } = context
  const { uploadId: id, fileHash, size, spool } = open
  const refusal: { staged: Staged | null } = { staged: null }
  try {
    const faults = await database.transaction(async (transaction) => {
      const staged = await progress.step('read-events', (tick) =>
        readInto((rows) => stageRows(transaction, rows), order, { ...open, tick }),
      )
      if (order.mode === 'strict' && staged.faults.rows > 0) {
        refusal.staged = staged
        throw new Error('refused') // nothing of it is kept
      }
      const events = staged.rows - staged.faults.rows
      const isReplacing = order.onConflict === 'replace'
      await progress.step('keep-events', async () => {
        const taken = await takeStaged(transaction, { uploadId: id, staged: events, isReplacing })
        const { name: fileName, source, profile, mode, onConflict } = order
        await keepUpload(
          transaction,
          {
            ...{ id, runId, actor, source, fileName, profile, mode, onConflict, fileHash },
            ...{ readingHash: readingHashOf(order), bytes: size, nature: staged.nature },
            ...{ ...taken, rows: staged.rows, rejected: staged.faults.rows, warnings: [] },
          },
          spool.rows(),
        )
      })
      return staged.faults
    })
    const upload = await uploads.find(id)
    if (upload === null) throw new Error('the upload was not kept')
    return { kind: 'taken', upload, faults }
  } catch (error) {
    if (refusal.staged === null) throw error
    return { kind: 'refused', rows: refusal.staged.rows, faults: refusal.staged.faults }
  }
}

/** Reads the rows of the file into `stage`, and its bytes into the spool. */
async function readInto(
  stage: (rows: AsyncIterable<StagedRow>) => Promise<void>,
  order: IngestOrder,
  { fileHash, size, spool, tick }: OpenUpload & { readonly tick: Tick },
): Promise<Staged> {
  const digest = createHash('sha256')
  const stream = await openRows(spooled(order.path, { digest, spool }), order)
  const faults = faultTally()
  const counted = { rows: 0 }
  try {
    await stage(readRows(stream, order, { faults, counted, tick: (done) => tick(done, size) }))
  } finally {
    await stream.close()
  }
  if (!digest.digest().equals(fileHash)) throw new AppError('file.changed', { file: order.name })
  return { rows: counted.rows, nature: stream.nature(), faults: faults.summary() }
}

async function* spooled(
  path: string,
  { digest, spool }: { readonly digest: ReturnType<typeof createHash>; readonly spool: RawSpool },
): AsyncGenerator<Uint8Array> {
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 })) {
    digest.update(bytes)
    await spool.add(bytes)
    yield bytes
  }
}

interface Reading {
  readonly faults: FaultTally
  readonly counted: { rows: number }
  readonly tick: (bytes: number) => void
}

async function* readRows(
  stream: RowStream,
  { source, profile, defaultMetric }: IngestOrder,
  { faults, counted, tick }: Reading,
): AsyncGenerator<StagedRow> {
  const { format } = stream.nature()
  const readers = rowReaders({ format, source, profile, defaultMetric, hash: sha256 })
  for await (const batch of stream.batches()) {
    const read = readers.of(batch)
    for (const row of batch.rows) {
      const result = read(row)
      if (result.kind === 'event') yield { line: row.line, event: result.event, faults: [] }
      else {
        faults.add(result.faults)
        yield { line: row.line, event: null, faults: result.faults }
      }
    }
    for (const fault of batch.faults) {
      const whole = [wholeRowFault(fault)]
      faults.add(whole)
      yield { line: fault.line, event: null, faults: whole }
    }
    counted.rows += batch.rows.length + batch.faults.length
    tick(stream.bytesRead())
  }
  readers.end()
}

function sha256(text: string): string {
  return hash('sha256', text)
}
