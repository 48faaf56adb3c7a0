import { sql } from 'kysely'
import type { DayShift } from '../inventory/history/interval-queries.ts'
import type { Day } from '../lib/day.ts'
import type { Missing, Rejection, SourceNote } from '../sources/source.ts'
import type { Hold } from './completeness.ts'

/** How a collection ended: `partial` lacks something the source said it has, `held` waits for a person. */
export type CollectionState = 'complete' | 'partial' | 'held' | 'failed'

/** How a collection stands. `interrupted`: all was fetched, and nothing of it is in the history. */
export type StandingState = CollectionState | 'interrupted'

const standingState = sql`
  case when c.state = 'complete' and c.history is null and c.is_machine is not null
    then 'interrupted' else c.state end`

/** One delivery of one source, ready to be kept. */
export interface NewCollection {
  readonly runId: number
  readonly source: string
  readonly day: Day
  readonly state: CollectionState
  readonly origin: string | null
  readonly inputHash: string | null
  readonly inputBytes: number | null
  readonly records: number
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly missing?: readonly Missing[]
  /** Left out where no history is kept of it. */
  readonly isMachine?: boolean
  readonly holds: readonly Hold[]
  readonly error: unknown
  readonly startedAt: Date
}

/** How many records the last accepted delivery of a source up to a day held. */
export function lastAcceptedRecords(source: string, day: Day) {
  return sql<{ records: number }>`
    select records
    from collection
    where source = ${source} and state = 'complete' and day <= ${day}::date
    order by day desc, id desc
    limit 1`
}

/** Keeps a delivery as the next try of its day. */
export function insertCollection(c: NewCollection) {
  return sql<{ id: number }>`
    insert into collection (
      run_id, source, day, try, state, origin, input_hash, input_bytes, records, rejected,
      notes, missing, holds, is_machine, error, started_at)
    select ${c.runId}, ${c.source}, ${c.day}::date, coalesce(max(try), 0) + 1, ${c.state},
      ${c.origin}, ${c.inputHash}, ${c.inputBytes}, ${c.records}, ${c.rejections.length},
      ${JSON.stringify(c.notes)}::jsonb, ${JSON.stringify(c.missing ?? [])}::jsonb,
      ${JSON.stringify(c.holds)}::jsonb, ${c.isMachine ?? null},
      ${c.error === null ? null : JSON.stringify(c.error)}::jsonb, ${c.startedAt}
    from collection
    where source = ${c.source} and day = ${c.day}::date
    returning id`
}

/** Takes a held delivery as good: from now on it is what later ones are measured by. */
export function acceptCollection(id: number, by: string, reason: string | null) {
  return sql<{ id: number }>`
    update collection
    set state = 'complete', accepted_by = ${by}, accepted_at = now(), accept_reason = ${reason}
    where id = ${id} and state in ('held', 'partial')
    returning id`
}

/** A delivery that a person may accept. */
export interface HeldCollection {
  readonly source: string
  readonly day: Day
  readonly state: CollectionState
  readonly holds: readonly Hold[]
  /** Null when no history is kept of it. */
  readonly isMachine: boolean | null
  /** True when its day was tried again: the later try is the one to accept. */
  readonly isOvertaken: boolean
  readonly records: number
  /** Rows kept to be taken in; null when no history is kept of it. */
  readonly heldRows: number
}

export function collectionById(id: number) {
  return sql<HeldCollection>`
    select c.source, c.day::text as day, c.state, c.holds, c.is_machine as "isMachine",
      exists (
        select from collection later
        where later.source = c.source and later.day = c.day and later.try > c.try) as "isOvertaken",
      c.records,
      (select count(*) from held_row h where h.collection_id = c.id and h.n > 0) as "heldRows"
    from collection c
    where c.id = ${id}`
}

/** A delivery as kept, whole but for its rows. */
export interface Collection {
  readonly id: number
  readonly source: string
  readonly day: Day
  readonly state: CollectionState
  readonly origin: string | null
  readonly inputHash: string | null
  readonly inputBytes: number | null
  readonly records: number
  readonly rejected: number
  readonly notes: readonly SourceNote[]
  readonly holds: readonly Hold[]
  readonly acceptedBy: string | null
  readonly startedAt: Date
}

const columns = sql`
  c.id, c.source, c.day::text as day, c.state, c.origin, c.input_hash as "inputHash",
  c.input_bytes as "inputBytes", c.records, c.rejected, c.notes, c.holds,
  c.accepted_by as "acceptedBy", c.started_at as "startedAt"`

/** What a run took in. */
export function collectionsOfRun(runId: number) {
  return sql<Collection>`select ${columns} from collection c where c.run_id = ${runId} order by c.id`
}

/** The deliveries a plan was made from. */
export function collectionsOfPlan(planId: number) {
  return sql<Collection>`
    select ${columns}
    from plan p
    join collection c on c.id in (p.finance_collection, p.locations_collection, p.ocs_collection)
    where p.id = ${planId}
    order by c.id`
}

/** A delivery as kept, with what was wrong with it and what became of it. */
export interface CollectionAsKept extends Omit<Collection, 'state'> {
  readonly state: StandingState
  readonly run: number
  readonly try: number
  /** The last try of its day, where that is a later one; else null. */
  readonly overtakenBy: number | null
  readonly missing: readonly Missing[]
  readonly error: KeptError | null
  /** What it came to in the history; null where it is not in it, or none is kept of it. */
  readonly history: DayShift | null
  readonly isPruned: boolean
  readonly acceptedAt: Date | null
  readonly acceptReason: string | null
  readonly endedAt: Date
}

/** A named failure as it was kept. */
export interface KeptError {
  readonly code: string
  readonly details: unknown
}

const asKept = sql`
    select c.id, c.run_id as run, c.source, c.day::text as day, c.try, ${standingState} as state,
      (select later.id from collection later
        where later.source = c.source and later.day = c.day and later.try > c.try
        order by later.try desc limit 1) as "overtakenBy",
      c.origin, c.input_hash as "inputHash", c.input_bytes as "inputBytes", c.records, c.rejected,
      c.notes, c.missing, c.holds, c.error, c.history, c.pruned_at is not null as "isPruned",
      c.accepted_by as "acceptedBy", c.accepted_at as "acceptedAt",
      c.accept_reason as "acceptReason", c.started_at as "startedAt", c.ended_at as "endedAt"
    from collection c`

export function collectionAsKept(id: number) {
  return sql<CollectionAsKept>`${asKept} where c.id = ${id}`
}

/** Which deliveries are asked for, the newest first; null for those of all sources, or in any state. */
export interface AskedCollections {
  readonly source: string | null
  readonly state: StandingState | null
  readonly limit: number
  readonly offset: number
}

export function recentCollections({ limit, offset, ...asked }: AskedCollections) {
  return sql<CollectionAsKept>`
    ${asKept}
    where ${isAsked(asked)}
    order by c.id desc
    limit ${limit} offset ${offset}`
}

export function countCollections(asked: Pick<AskedCollections, 'source' | 'state'>) {
  return sql<{ count: number }>`select count(*) as count from collection c where ${isAsked(asked)}`
}

function isAsked({ source, state }: Pick<AskedCollections, 'source' | 'state'>) {
  return sql`
    (${source}::text is null or c.source = ${source})
    and (${state}::text is null or ${standingState} = ${state})`
}

/** Deliveries that a person may accept, the newest first, at most `limit`. */
export function acceptableCollections(limit: number) {
  return sql<{ id: number }>`
    select c.id
    from collection c
    where c.state in ('held', 'partial') and not c.holds @> '[{"code": "header-not-found"}]'
      and not exists (
        select from collection later
        where later.source = c.source and later.day = c.day and later.try > c.try)
    order by c.id desc
    limit ${limit}`
}

/** What was refused of some deliveries. */
export function rejectionsOf(collectionIds: readonly number[]) {
  return sql<Rejection & { readonly collection: number }>`
    select collection_id as "collection", place, code, raw
    from rejection
    where collection_id = any(${collectionIds}::bigint[])
    order by collection_id, n`
}

/** Which of the rows refused of a delivery are asked for; `limit` null for all from `offset` on. */
export interface RejectionPart {
  readonly limit: number | null
  readonly offset: number
}

export const ALL_REJECTIONS: RejectionPart = { limit: null, offset: 0 }

/** Some of what was refused of a delivery, in its order. */
export function someRejectionsOf(collectionId: number, { limit, offset }: RejectionPart) {
  return sql<Rejection>`
    select place, code, raw
    from rejection
    where collection_id = ${collectionId}
    order by n
    limit ${limit} offset ${offset}`
}

/** What a collection came to in the history. */
export function setHistory(id: number, history: DayShift) {
  return sql`
    update collection
    set history = ${JSON.stringify(history)}::jsonb
    where id = ${id}`
}

const heldColumns = sql`
  n, native_key, content_hash, attributes, payload_hash, last_contact, is_online, addresses,
  free_bytes, last_user, place`

/** Keeps what is staged until a person accepts it. */
export function insertHeldRows(id: number) {
  return sql`
    insert into held_row (collection_id, ${heldColumns})
    select ${id}, ${heldColumns}
    from staged`
}

/** Stages what was held, as it was. */
export function stageHeldRows(id: number) {
  return sql`
    insert into staged (${heldColumns})
    select ${heldColumns}
    from held_row
    where collection_id = ${id}`
}

/** Rows of earlier tries of the same day of the same source, and of the one given. */
export function deleteHeldRows(id: number) {
  return sql`
    delete from held_row
    using collection kept, collection other
    where kept.id = ${id} and other.source = kept.source and other.day = kept.day and other.try <= kept.try
      and held_row.collection_id = other.id`
}

/** How one source's day stands in the ledger: the try that went into the history, or else the last one. */
export interface LedgerEntry {
  readonly source: string
  readonly day: Day
  readonly collection: number
  readonly state: StandingState
  readonly tries: number
  readonly records: number
  readonly rejected: number
  readonly missing: readonly Missing[]
  readonly holds: readonly Hold[]
  readonly error: KeptError | null
  readonly history: DayShift | null
  readonly isPruned: boolean
  readonly isMonthEnd: boolean
  readonly startedAt: Date
  /** The last try, where it came after the one in the history and did not go into it; else null. */
  readonly later: LaterTry | null
}

/** How new what a source says is. */
export interface SourceFreshness {
  readonly source: string
  /** The newest day that went into the history; null while none has. */
  readonly lastDay: Day | null
  /** When that day was taken in; null while none has. */
  readonly lastWholeAt: Date | null
  readonly lastTry: Date
  readonly lastState: StandingState
  /** The last try, and the day it was of. */
  readonly lastCollection: number
  readonly lastTriedDay: Day
  /** What it delivered. */
  readonly records: number
  readonly rejected: number
}

/** How new the sources are whose history is kept, as far as they were ever asked. */
export function freshness() {
  return sql<SourceFreshness>`
    select c.source, max(c.started_at) as "lastTry",
      max(c.day) filter (where c.state = 'complete' and c.history is not null)::text as "lastDay",
      max(c.ended_at) filter (where c.state = 'complete' and c.history is not null) as "lastWholeAt",
      ${ofLastTry(standingState)} as "lastState", ${ofLastTry(sql`c.id`)} as "lastCollection",
      ${ofLastTry(sql`c.day::text`)} as "lastTriedDay", ${ofLastTry(sql`c.records`)} as records,
      ${ofLastTry(sql`c.rejected`)} as rejected
    from collection c
    where c.is_machine is not null
    group by c.source
    order by c.source`
}

function ofLastTry(value: ReturnType<typeof sql>) {
  return sql`(array_agg(${value} order by c.started_at desc, c.id desc))[1]`
}

/** Days of sources that can be asked for. */
export function countKnownDays() {
  return sql<{ count: number }>`select count(*) as count from known_day`
}

/** A try of a day that left what an earlier one had brought in force. */
export type LaterTry = Pick<
  LedgerEntry,
  'collection' | 'state' | 'records' | 'rejected' | 'missing' | 'holds' | 'error'
>

const asTry = sql`
  jsonb_build_object('collection', c.id, 'state', ${standingState}, 'records', c.records,
    'rejected', c.rejected, 'missing', c.missing, 'holds', c.holds, 'error', c.error)`

/** Every source's days from one to another, newest first; for sources whose history is kept. */
export function ledger(from: Day, to: Day) {
  return sql<LedgerEntry>`
    select distinct on (c.day, c.source) c.source, c.day::text as day, c.id as collection,
      ${standingState} as state,
      count(*) over (partition by c.day, c.source) as tries, c.records, c.rejected, c.missing, c.holds,
      c.error, c.history, c.pruned_at is not null as "isPruned",
      exists (select from month_end m where m.source = c.source and m.day = c.day) as "isMonthEnd",
      c.started_at as "startedAt",
      nullif(first_value(${asTry}) over (partition by c.day, c.source order by c.try desc), ${asTry})
        as later
    from collection c
    where c.is_machine is not null and c.day >= ${from}::date and c.day <= ${to}::date
    order by c.day desc, c.source, c.history is not null desc, c.try desc`
}
