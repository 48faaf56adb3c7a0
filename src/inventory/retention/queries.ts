import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { MonthEnd } from './kept-days.ts'

export function knownDays() {
  return sql<{ source: string; day: Day }>`
    select source, day::text as day
    from known_day
    order by day, source`
}

export function monthEnds() {
  return sql<MonthEnd>`
    select source, month::text as month, day::text as day
    from month_end
    order by month, source`
}

/** What a month ended with stands for it; only a later day of the month takes its place. */
export function insertMonthEnds(ends: readonly MonthEnd[]) {
  return sql`
    insert into month_end as kept (source, month, day, collection_id)
    select given.source, given.month, given.day, max(c.id)
    from unnest(${ends.map(({ source }) => source)}::text[], ${ends.map(({ month }) => month)}::date[],
      ${ends.map(({ day }) => day)}::date[]) as given (source, month, day)
    join collection c on c.source = given.source and c.day = given.day
      and c.state = 'complete' and c.history is not null
    group by given.source, given.month, given.day
    on conflict (source, month) do update
    set day = excluded.day, collection_id = excluded.collection_id
    where kept.day < excluded.day`
}

/** What holds on none of the days kept, and is not standing now. */
function unkept(table: 'record_version' | 'device_link', kept: readonly Day[]) {
  return sql`
    from ${sql.table(table)} v
    where v.valid_to < 'infinity'
      and not daterange(v.valid_from, v.valid_to) && (
        select coalesce(range_agg(daterange(day, day + 1)), '{}'::datemultirange)
        from unnest(${kept}::date[]) as kept (day))`
}

export function countUnkept(table: 'record_version' | 'device_link', kept: readonly Day[]) {
  return sql<{ count: number }>`select count(*) as count ${unkept(table, kept)}`
}

export function deleteUnkept(table: 'record_version' | 'device_link', kept: readonly Day[]) {
  return sql`delete ${unkept(table, kept)}`
}

export function deleteUnkeptDays(
  table: 'day_count' | 'day_distinct' | 'matched_day',
  kept: readonly Day[],
) {
  return sql`delete from ${sql.table(table)} where day <> all(${kept}::date[])`
}

/** Days that are known no more. Their collections stay in the ledger. */
export function markPruned(kept: readonly Day[]) {
  return sql`
    update collection
    set pruned_at = now()
    where history is not null and pruned_at is null and day <> all(${kept}::date[])`
}

const UNUSED_RECORDS = sql`
  from record r
  where not exists (select from record_version v where v.record_id = r.id)
    and not exists (select from link_decision d where d.one_record = r.id or d.other_record = r.id)`

export function deletePulsesOfUnusedRecords() {
  return sql`delete from record_pulse p where p.record_id in (select r.id ${UNUSED_RECORDS})`
}

export function deleteLinksOfUnusedRecords() {
  return sql`delete from device_link l where l.record_id in (select r.id ${UNUSED_RECORDS})`
}

/** Records nothing is kept of any more, and about which no person has said anything. */
export function deleteUnusedRecords() {
  return sql`delete ${UNUSED_RECORDS}`
}
