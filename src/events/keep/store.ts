import { setImmediate as immediate } from 'node:timers/promises'
import { copyTexts } from '../../db/copy.ts'
import { isSystemError } from '../../db/system-error.ts'
import type { Transaction } from '../../db/transaction.ts'
import { AppError } from '../../lib/errors.ts'
import { recomputeTouched } from '../daily/queries.ts'
import { type EventBatch, placedLines, touchedDays } from './event-batch.ts'
import { EVENT_COLUMNS, REJECTION_COLUMNS } from './event-line.ts'
import { type MetricBook, metricBook } from './metric-book.ts'
import * as q from './queries.ts'
import { type BatchLimits, type ReadEventRow, rowGatherer } from './row-gatherer.ts'

/** What became of the rows of an upload. */
export interface Kept {
  readonly inserted: number
  readonly duplicates: number
  readonly conflicts: number
  readonly rejected: number
  /** Of the events that came, new or not. */
  readonly metrics: readonly string[]
  readonly firstAt: Date | null
  readonly lastAt: Date | null
}

/** Keeps the events of one upload, within one transaction. */
export interface EventWriter {
  /** Takes rows in the order of the file; they are kept while the next are read. Throws `file.too-many-metrics`. */
  add(rows: readonly ReadEventRow[]): Promise<void>
  /** Waits until all is kept, and works the days anew that were touched. */
  finish(): Promise<Kept>
  /** Waits until nothing is being written any more, whatever came of it: before that no transaction may end. */
  settle(): Promise<void>
}

/** How events are kept. */
export interface Keeping {
  readonly uploadId: number
  /** An event that comes again with another value takes the place of the one that stood. */
  readonly isReplacing: boolean
  /** From where on a batch is written; absent for what is usual. */
  readonly batch?: BatchLimits
}

/** More are no metrics but a column that is something else. */
const MOST_METRICS = 10_000

/** A writer for one upload, whose row is there already. */
export async function openEventWriter(
  transaction: Transaction,
  keeping: Keeping,
): Promise<EventWriter> {
  const { db, client } = transaction
  await client.query(q.CREATE_ROOM)
  const book = metricBook()
  const gatherer = rowGatherer(keeping.uploadId, book, keeping.batch)
  const keepBatch = batchKeeper(transaction, keeping)
  const counts = { inserted: 0, conflicts: 0 }
  /** Two batches may wait, so that neither the reading nor the server stands still for the other. */
  let [previous, writing] = [Promise.resolve(), Promise.resolve()]

  /** Nothing else may be written meanwhile: a batch that clashes is rolled back with what came after it. */
  async function learnMetrics(rows: readonly ReadEventRow[]): Promise<void> {
    const named = rows.flatMap(({ event }) =>
      event !== null && book.find(event) === undefined ? [event] : [],
    )
    if (named.length === 0) return
    await writing
    await learn(transaction, named, book)
    if (book.size() <= MOST_METRICS) return
    const metric = named[0]?.metric ?? ''
    throw new AppError('file.too-many-metrics', { most: MOST_METRICS, metric })
  }

  async function write(batch: EventBatch): Promise<void> {
    const { inserted, conflicts } = await keepBatch(batch)
    counts.inserted += inserted
    counts.conflicts += conflicts
  }

  async function flush(): Promise<void> {
    await previous
    const batch = gatherer.take()
    previous = writing
    writing = writing.then(() => write(batch))
    writing.catch(() => {}) // thrown where it is waited for
  }

  return {
    async add(rows) {
      await learnMetrics(rows)
      for (const row of rows) gatherer.add(row)
      if (gatherer.isFull()) await flush()
      await immediate() // rows on their way to the server go on only when nothing else is at work
    },
    async finish() {
      await flush()
      await writing
      await client.query("set local work_mem = '128MB'")
      await client.query('analyze touched_day')
      await recomputeTouched().execute(db)
      const { events, ...all } = gatherer.all()
      const duplicates = events - counts.inserted - counts.conflicts
      return { ...all, ...counts, duplicates, metrics: book.names() }
    },
    settle: () => writing.catch(() => {}),
  }
}

async function learn(
  { db }: Transaction,
  named: readonly q.SourceMetric[],
  book: MetricBook,
): Promise<void> {
  await q.addSources([...new Set(named.map(({ source }) => source))]).execute(db)
  await q.addMetrics(named).execute(db)
  const { rows } = await q.metricIds(named).execute(db)
  for (const [at, metric] of named.entries()) {
    const id = rows[at]?.id
    if (id === undefined) throw new Error(`the metric ${metric.metric} was not kept`)
    book.add(metric, id)
  }
}

/** How many events of a batch were new, and how many of the others came with another value. */
interface BatchKept {
  readonly inserted: number
  readonly conflicts: number
}

const UNIQUE_VIOLATION = '23505'
const EVENTS = { table: 'event', columns: EVENT_COLUMNS }
const STAGED = { table: 'staged_event', columns: ['n', 'line', ...EVENT_COLUMNS] }
const REJECTIONS = { table: 'event_rejection', columns: REJECTION_COLUMNS }

/**
 * Keeps batches: copied straight where all of it is new, else staged and compared. A copy that clashes
 * was in vain, so the more of them did, the more batches are staged at once before the next try.
 */
function batchKeeper(
  { db, client }: Transaction,
  { uploadId, isReplacing }: Keeping,
): (batch: EventBatch) => Promise<BatchKept> {
  const clashes = { seen: 0, toStage: 0 }

  async function isCopied({ pieces }: EventBatch): Promise<boolean> {
    if (clashes.toStage > 0) {
      clashes.toStage -= 1
      return false
    }
    await client.query('savepoint batch')
    try {
      await copyTexts(client, EVENTS, pieces)
      await client.query('release savepoint batch')
      return true
    } catch (error) {
      if (!isSystemError(error, UNIQUE_VIOLATION)) throw error
      await client.query('rollback to savepoint batch')
      clashes.seen += 1
      clashes.toStage = clashes.seen
      return false
    }
  }

  async function stage(batch: EventBatch): Promise<BatchKept> {
    await client.query(q.CLEAR_STAGE)
    await copyTexts(client, STAGED, placedLines(batch))
    const inserted = rowsOf(await q.insertNewEvents().execute(db))
    if (inserted === batch.places.length) return { inserted, conflicts: 0 }
    const conflicts = rowsOf(await q.findConflicts(isReplacing).execute(db))
    if (conflicts === 0) return { inserted, conflicts }
    await q.insertConflicts(uploadId, isReplacing).execute(db)
    if (isReplacing) {
      await q.replaceConflicting(uploadId).execute(db)
      await q.addDaysOfReplaced().execute(db)
    }
    return { inserted, conflicts }
  }

  return async (batch) => {
    const { places, rejections } = batch
    if (rejections.length > 0) await copyTexts(client, REJECTIONS, [rejections.join('')])
    if (places.length === 0) return { inserted: 0, conflicts: 0 }
    const isStraight = await isCopied(batch)
    const kept = isStraight ? { inserted: places.length, conflicts: 0 } : await stage(batch)
    if (kept.inserted > 0) await q.addTouchedDays(touchedDays(batch)).execute(db)
    return kept
  }
}

function rowsOf({ numAffectedRows = 0n }: { readonly numAffectedRows?: bigint }): number {
  return Number(numAffectedRows)
}
