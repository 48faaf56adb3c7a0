import { createHash } from 'node:crypto'
import type { Day } from '../lib/day.ts'
import { type AppError, isAppError } from '../lib/errors.ts'
import { isPartFailure } from '../lib/part-failure.ts'
import type { Progress, StepName, Tick } from '../lib/progress.ts'
import { type RowIssue, rejectionOf } from '../sources/rejection.ts'
import type {
  Connection,
  DeliveredRow,
  Origin,
  Rejection,
  Source,
  SourceNote,
} from '../sources/source.ts'
import { type Hold, holdsOf } from './completeness.ts'
import type { CollectionStore } from './store.ts'

export interface CollectContext {
  readonly runId: number
  readonly day: Day
  readonly collections: CollectionStore
  readonly progress: Progress
  readonly now: () => Date
  /** Largest share of records that may go missing, 0 to 1. */
  readonly shrinkLimit: number
}

/** One source as read and kept today. */
export interface Collected<Item> {
  readonly id: number
  readonly source: string
  readonly origin: Origin | null
  /** SHA-256 of the file, or of what was read of a database; null when nothing was. */
  readonly hash: string | null
  readonly items: readonly Item[]
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly holds: readonly Hold[]
  /** The named failure that kept it from being read at all. */
  readonly failure: AppError | null
  /** When it began to be read. */
  readonly startedAt: Date
}

/** What of a source is needed once it is open. */
type Readable<Item> = Pick<Source<unknown, Item>, 'id' | 'record' | 'keyOf'>

/** A source with its settings, opened by `connect` (which a caller may wrap to learn more). */
export interface Feed<Item> {
  readonly source: Readable<Item>
  readonly step: StepName
  connect(): Promise<Connection>
}

/** Reads one source to its end, judges whether the delivery can be whole, and keeps the result. */
export async function collectSource<Item>(
  context: CollectContext,
  feed: Feed<Item>,
): Promise<Collected<Item>> {
  const startedAt = context.now()
  const read = await context.progress.step(feed.step, (tick) => readFeed(feed, tick))
  const acceptedBefore = await context.collections.lastAccepted(feed.source.id, context.day)
  const holds = judge(read, { source: feed.source.id, acceptedBefore }, context.shrinkLimit)
  const failure = holds.length > 0 ? null : read.failure
  const id = await context.collections.add({
    runId: context.runId,
    source: feed.source.id,
    day: context.day,
    state: failure ? 'failed' : holds.length > 0 ? 'held' : 'complete',
    origin: read.origin?.name ?? null,
    inputHash: read.hash,
    inputBytes: read.origin?.bytes ?? null,
    records: read.items.length,
    rejections: read.rejections,
    notes: read.notes,
    holds,
    error: failure ? { code: failure.code, details: failure.details } : null,
    startedAt,
  })
  return { ...read, id, source: feed.source.id, holds, failure, startedAt }
}

interface Read<Item> {
  readonly origin: Origin | null
  readonly hash: string | null
  readonly items: readonly Item[]
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly failure: AppError | null
}

async function readFeed<Item>(feed: Feed<Item>, tick: Tick): Promise<Read<Item>> {
  let connection: Connection | null = null
  try {
    connection = await feed.connect()
    return await readRows(feed.source, connection, tick)
  } catch (error) {
    if (!isPartFailure(error)) throw error
    const origin = connection?.origin ?? fileOf(error)
    return { origin, hash: null, items: [], rejections: [], notes: [], failure: error }
  } finally {
    await connection?.close()
  }
}

/** The file that could not be opened, when it was one. */
function fileOf({ details }: AppError): Origin | null {
  return 'file' in details ? { name: details.file, hash: null, bytes: null } : null
}

async function readRows<Item>(
  source: Readable<Item>,
  connection: Connection,
  tick: Tick,
): Promise<Read<Item>> {
  const items: Item[] = []
  const rejections: Rejection[] = []
  const content = createHash('sha256')
  for await (const batch of connection.rows()) {
    for (const delivered of batch) {
      const parsed = source.record.safeParse(delivered.row)
      if (parsed.success) items.push(parsed.data)
      else rejections.push(refusal(source, delivered, parsed.error.issues[0]))
    }
    if (connection.origin.hash === null) content.update(linesOf(batch))
    tick(items.length + rejections.length, connection.expected())
  }
  const hash = connection.origin.hash ?? content.digest('hex')
  return {
    origin: connection.origin,
    hash,
    items,
    rejections,
    notes: connection.notes(),
    failure: null,
  }
}

/** What of a database is hashed: its rows as they came. */
function linesOf(batch: readonly DeliveredRow[]): string {
  return batch.map(({ row }) => `${JSON.stringify(row)}\n`).join('')
}

/** Kept with its key, so that what else is said of that key does not pass for certain. */
function refusal(
  { keyOf }: Pick<Source, 'keyOf'>,
  delivered: DeliveredRow,
  issue: RowIssue | undefined,
): Rejection {
  const rejection = rejectionOf(delivered, issue)
  const key = keyOf?.(delivered.row) ?? null
  return key === null ? rejection : { ...rejection, key }
}

function judge<Item>(
  read: Read<Item>,
  known: { source: string; acceptedBefore: number | null },
  limit: number,
): Hold[] {
  if (isAppError(read.failure, 'workbook.no-header')) {
    const { missing } = read.failure.details
    return [{ code: 'header-not-found', source: known.source, missing }]
  }
  return read.failure ? [] : holdsOf({ ...known, records: read.items.length }, limit)
}
