import { createHash, hash } from 'node:crypto'
import type { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { KeyRing } from '../db/key-ring.ts'
import type { Session } from '../db/session.ts'
import { classify } from '../inventory/classify/classify.ts'
import type { FleetPolicy } from '../inventory/classify/fleet-policy.ts'
import { attributesOf, canonicalText } from '../inventory/history/content.ts'
import type { DayShift } from '../inventory/history/interval-queries.ts'
import type { StagedRow } from '../inventory/history/staged-row.ts'
import { openStage, type Stage } from '../inventory/history/store.ts'
import type { Day } from '../lib/day.ts'
import type { DeviceRecord } from '../lib/device-record.ts'
import type { AppError } from '../lib/errors.ts'
import { isPartFailure } from '../lib/part-failure.ts'
import type { Progress, Tick } from '../lib/progress.ts'
import { rejectionOf } from '../sources/rejection.ts'
import type {
  Connection,
  DeliveredRow,
  Missing,
  Origin,
  Rejection,
  SourceNote,
} from '../sources/source.ts'
import { type Hold, holdsOf } from './completeness.ts'
import { sealPayload } from './payload/store.ts'
import type { CollectionState } from './queries.ts'
import type { CollectionStore } from './store.ts'

/** What collecting a day works with. */
export interface DayContext {
  readonly runId: number
  readonly day: Day
  readonly database: Database
  readonly collections: CollectionStore
  readonly ring: KeyRing
  readonly policy: FleetPolicy
  readonly progress: Progress
  readonly now: () => Date
  /** Largest share of records that may go missing, 0 to 1. */
  readonly shrinkLimit: number
}

/** One configured feed, opened by `connect`; its records are kept as history under `key`. */
export interface DayFeed {
  readonly key: string
  /** Machines are classified and matched; assets and locations are only kept. */
  readonly isMachine: boolean
  readonly record: z.ZodType<DeviceRecord>
  /** As `Source.keyOf`: the key that a refused row bears. */
  keyOf?(row: unknown): string | null
  connect(): Promise<Connection>
}

/** What became of one source's day. */
export interface CollectedDay {
  readonly id: number
  readonly source: string
  readonly day: Day
  readonly state: CollectionState
  readonly origin: string | null
  readonly inputHash: string | null
  readonly records: number
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly missing: readonly Missing[]
  readonly holds: readonly Hold[]
  /** The named failure that kept it from being read to its end. */
  readonly failure: AppError | null
  /** What it came to in the history; null when the day before stays in force. */
  readonly history: DayShift | null
}

/** Fetches all a source says of a day, and only then takes it into the history, whole or not at all. */
export function collectDay(context: DayContext, feed: DayFeed): Promise<CollectedDay> {
  return context.database.session(async (session) => {
    const { key: source, isMachine } = feed
    const startedAt = context.now()
    const stage = await openStage(session, { source, day: context.day, isMachine })
    const fetched = await context.progress.step(`collect ${source}`, (tick) =>
      fetchAll({ context, feed, stage, tick }),
    )
    const before = await context.collections.lastAccepted(source, context.day)
    const holds = fetched.failure
      ? []
      : holdsOf({ source, records: fetched.records, acceptedBefore: before }, context.shrinkLimit)
    const state = stateOf(fetched, holds)
    const collected = { ...fetched, source, day: context.day, holds, state }
    const { runId } = context
    const id = await context.collections.addDay({ ...collected, runId, isMachine, startedAt })
    const history = await keep(context, { session, stage, id, state })
    return { ...collected, id, history }
  })
}

type Fetched = Omit<CollectedDay, 'id' | 'source' | 'day' | 'state' | 'holds' | 'history'>

interface Fetching {
  readonly context: DayContext
  readonly feed: DayFeed
  readonly stage: Stage
  readonly tick: Tick
}

const NOTHING = {
  origin: null,
  inputHash: null,
  records: 0,
  rejections: [],
  notes: [],
  missing: [],
}

async function fetchAll(fetching: Fetching): Promise<Fetched> {
  let connection: Connection | null = null
  try {
    connection = await fetching.feed.connect()
    return await fetchRows(fetching, connection)
  } catch (error) {
    if (!isPartFailure(error)) throw error
    return { ...NOTHING, origin: connection?.origin.name ?? null, failure: error }
  } finally {
    await connection?.close()
  }
}

async function fetchRows(fetching: Fetching, connection: Connection): Promise<Fetched> {
  const { context, feed, stage, tick } = fetching
  const rejections: Rejection[] = []
  const refusedKeys: string[] = []
  const content = createHash('sha256')
  const origin: Origin = connection.origin
  let records = 0
  for await (const batch of connection.rows()) {
    const taken: { delivered: DeliveredRow; record: DeviceRecord }[] = []
    for (const delivered of batch) {
      const parsed = feed.record.safeParse(delivered.row)
      if (parsed.success) taken.push({ delivered, record: parsed.data })
      else {
        rejections.push(rejectionOf(delivered, parsed.error.issues[0]))
        const key = feed.keyOf?.(delivered.row)
        if (key) refusedKeys.push(key)
      }
      if (origin.hash === null) content.update(`${JSON.stringify(delivered.row)}\n`)
    }
    await stageBatch({ context, feed, stage }, taken)
    records += taken.length
    tick(records + rejections.length, connection.expected())
  }
  const repeated = await stage.dropRepeated()
  await stage.keepAsStanding(refusedKeys)
  const notes = [...connection.notes()]
  if (repeated > 0) notes.push({ code: 'repeated-key', place: origin.name, detail: `${repeated}` })
  return {
    origin: origin.name,
    inputHash: origin.hash ?? content.digest('hex'),
    records: records - repeated,
    rejections,
    notes,
    missing: connection.missing?.() ?? [],
    failure: null,
  }
}

/** Rows the history knows already carry only what changes daily. */
async function stageBatch(
  { context, feed, stage }: Omit<Fetching, 'tick'>,
  taken: readonly { readonly delivered: DeliveredRow; readonly record: DeviceRecord }[],
): Promise<void> {
  const rows = taken.map(({ delivered, record }) => {
    const made = feed.isMachine ? classify(record, context.policy) : null
    const attributes = attributesOf(record, made)
    return { delivered, record, attributes, key: record.nativeKey, hash: hashOf(attributes) }
  })
  const same = await stage.standingSame(rows)
  await stage.add(
    rows.map(({ delivered, record, attributes, key, hash }): StagedRow => {
      const isSame = same.has(key)
      return {
        key,
        hash,
        attributes: isSame ? null : attributes,
        payload: isSame ? null : sealPayload(context.ring, delivered.row),
        pulse: record.pulse,
        place: feed.isMachine ? null : delivered.place,
      }
    }),
  )
}

/** Enough to tell one record's contents apart. */
const HASH_BYTES = 16

function hashOf(attributes: Parameters<typeof canonicalText>[0]): Buffer {
  return hash('sha256', canonicalText(attributes), 'buffer').subarray(0, HASH_BYTES)
}

function stateOf(fetched: Fetched, holds: readonly Hold[]): CollectionState {
  if (fetched.failure) return 'failed'
  if (holds.length > 0) return 'held'
  return fetched.missing.length > 0 ? 'partial' : 'complete'
}

async function keep(
  { collections }: DayContext,
  of: { session: Session; stage: Stage; id: number; state: CollectionState },
): Promise<DayShift | null> {
  const isForAPerson = of.state === 'held' || of.state === 'partial'
  if (isForAPerson) await collections.keepHeld(of.session, of.id)
  return of.state === 'complete' ? collections.takeIn(of.session, of.stage, of.id) : null
}
