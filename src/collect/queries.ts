import { sql } from 'kysely'
import type { Day } from '../lib/day.ts'
import type { Rejection, SourceNote } from '../sources/source.ts'
import type { Hold } from './completeness.ts'

/** One delivery of one source, ready to be kept. */
export interface NewCollection {
  readonly runId: number
  readonly source: string
  readonly day: Day
  readonly state: 'complete' | 'held' | 'failed'
  readonly origin: string | null
  readonly inputHash: string | null
  readonly inputBytes: number | null
  readonly records: number
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly holds: readonly Hold[]
  readonly error: unknown
  readonly startedAt: Date
}

/** How many records the last accepted delivery of a source held. */
export function lastAcceptedRecords(source: string) {
  return sql<{ records: number }>`
    select records
    from collection
    where source = ${source} and state = 'complete'
    order by id desc
    limit 1`
}

/** Keeps a delivery as the next try of its day. */
export function insertCollection(c: NewCollection) {
  return sql<{ id: number }>`
    insert into collection (
      run_id, source, day, try, state, origin, input_hash, input_bytes, records, rejected,
      notes, holds, error, started_at)
    select ${c.runId}, ${c.source}, ${c.day}::date, coalesce(max(try), 0) + 1, ${c.state},
      ${c.origin}, ${c.inputHash}, ${c.inputBytes}, ${c.records}, ${c.rejections.length},
      ${JSON.stringify(c.notes)}::jsonb, ${JSON.stringify(c.holds)}::jsonb,
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
    where id = ${id} and state = 'held'
    returning id`
}

/** What is known of one delivery. */
export function collectionById(id: number) {
  return sql<{ id: number; source: string; state: string; holds: Hold[] }>`
    select id, source, state, holds
    from collection
    where id = ${id}`
}

/** A delivery as kept, whole but for its rows. */
export interface Collection {
  readonly id: number
  readonly source: string
  readonly day: Day
  readonly state: 'complete' | 'held' | 'failed'
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

/** What was refused of some deliveries. */
export function rejectionsOf(collectionIds: readonly number[]) {
  return sql<Rejection & { readonly collection: number }>`
    select collection_id as "collection", place, code, raw
    from rejection
    where collection_id = any(${collectionIds}::bigint[])
    order by collection_id, n`
}
