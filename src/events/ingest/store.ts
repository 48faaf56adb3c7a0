import { copyRows } from '../../db/copy.ts'
import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { AcceptedEvent, EventFault } from '../accept/event.ts'
import { recomputeTouched } from '../daily/queries.ts'
import type { MappingProfile } from '../profile/mapping-profile.ts'
import * as q from './queries.ts'
import * as s from './stage-queries.ts'

/** Files of events, and the profiles they are read by. */
export function ingestStore({ db }: Database) {
  return {
    /** As it was saved; null where nobody saved one. It is looked at before it is used. */
    async savedProfile(source: string): Promise<unknown> {
      return (await q.profileOf(source).execute(db)).rows[0]?.profile ?? null
    },

    async saveProfile(source: string, profile: MappingProfile, by: string): Promise<void> {
      await q.saveProfile(source, { profile, by }).execute(db)
    },

    /** The same file, read the same way before; null when it is new. */
    async findSame(of: Parameters<typeof q.sameUpload>[0]): Promise<q.KeptUpload | null> {
      return (await q.sameUpload(of).execute(db)).rows[0] ?? null
    },

    async recent(source: string | null, limit: number | null): Promise<q.KeptUpload[]> {
      return (await q.recentUploads(source, limit).execute(db)).rows
    },

    async find(id: number) {
      return (await q.uploadById(id).execute(db)).rows[0] ?? null
    },

    async rejections(uploadId: number, limit: number | null): Promise<q.KeptRejection[]> {
      return (await q.rejectionsOf(uploadId, limit).execute(db)).rows
    },

    async reserveId(): Promise<number> {
      const [reserved] = (await q.reserveUpload().execute(db)).rows
      if (!reserved) throw new Error('no number for an upload')
      return reserved.id
    },
  }
}

export type IngestStore = ReturnType<typeof ingestStore>

/** A row of a file: an event, or what is wrong with it. */
export interface StagedRow {
  readonly line: number
  readonly event: AcceptedEvent | null
  /** None of an event. */
  readonly faults: readonly EventFault[]
}

/** Lays the rows of a file down beside the events that are kept. */
export async function stageRows(
  { db, client }: Transaction,
  rows: AsyncIterable<StagedRow>,
): Promise<void> {
  await s.createEventStage().execute(db)
  await copyRows(client, STAGED, stagedValues(rows))
  await client.query('analyze staged_event')
}

const STAGED = {
  table: 'staged_event',
  columns: [
    ...['line', 'key', 'source', 'metric', 'at', 'day', 'value', 'subject', 'dimensions'],
    'faults',
  ],
}
const NO_EVENT = [null, null, null, null, null, null, null, null]

async function* stagedValues(rows: AsyncIterable<StagedRow>) {
  for await (const { line, event, faults } of rows) {
    if (event === null) yield [line, ...NO_EVENT, JSON.stringify(faults)]
    else {
      const { key, source, metric, at, day, value, subject, dimensions } = event
      yield [line, key, source, metric, at, day, value, subject, dimensions, null]
    }
  }
}

/** What became of the staged events. */
export interface Taken extends s.Brought {
  readonly inserted: number
  readonly duplicates: number
  readonly conflicts: number
}

/** Takes the staged events in, each key once, and works the days anew that they touch. */
export async function takeStaged(
  { db, client }: Transaction,
  { uploadId, staged, isReplacing }: Taking,
): Promise<Taken> {
  await client.query("set local work_mem = '128MB'")
  await s.addSources().execute(db)
  await s.addMetrics().execute(db)
  const result = await s.insertNewEvents(uploadId).execute(db)
  const inserted = Number(result.numAffectedRows ?? 0)
  const conflicts = inserted === staged ? 0 : await keepConflicts(db, { uploadId, isReplacing })
  if (inserted + conflicts > 0) {
    await s.createTouchedDays(conflicts > 0).execute(db)
    await client.query('analyze touched_day')
    await recomputeTouched().execute(db)
  }
  const [brought] = (await s.broughtByStage().execute(db)).rows
  const { firstAt = null, lastAt = null, metrics = [] } = brought ?? {}
  const duplicates = staged - inserted - conflicts
  return { inserted, duplicates, conflicts, firstAt, lastAt, metrics }
}

interface Taking {
  readonly uploadId: number
  /** How many events are staged. */
  readonly staged: number
  /** An event that comes again with another value takes the place of the one that stood. */
  readonly isReplacing: boolean
}

async function keepConflicts(
  db: Transaction['db'],
  { uploadId, isReplacing }: Omit<Taking, 'staged'>,
): Promise<number> {
  await s.findConflicts(isReplacing).execute(db)
  const count = (await s.countConflicts().execute(db)).rows[0]?.count ?? 0
  if (count === 0) return 0
  await s.insertConflicts(uploadId, isReplacing).execute(db)
  if (isReplacing) await s.replaceConflicting(uploadId).execute(db)
  return count
}

/** Keeps what is known of an upload, its file as received, and the staged rows it was taken in without. */
export async function keepUpload(
  { db, client }: Transaction,
  upload: q.NewUpload,
  chunks: AsyncIterable<readonly unknown[]>,
): Promise<void> {
  await q.addSource(upload.source).execute(db)
  await q.insertUpload(upload).execute(db)
  await copyRows(client, CHUNKS, chunks)
  if (upload.rejected > 0) await s.insertRejections(upload.id).execute(db)
}

const CHUNKS = { table: 'upload_chunk', columns: ['upload_id', 'n', 'key_id', 'sealed'] }
