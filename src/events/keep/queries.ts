import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** A metric of a source. */
export interface SourceMetric {
  readonly source: string
  readonly metric: string
}

/** Sources that are named for the first time. */
export function addSources(names: readonly string[]) {
  return sql`
    insert into event_source (name)
    select unnest(${names}::text[])
    on conflict (name) do nothing`
}

/** Metrics that are named for the first time. */
export function addMetrics(named: readonly SourceMetric[]) {
  return sql`
    insert into metric (source_id, name)
    select s.id, named.metric
    from ${namedMetrics(named)}
    join event_source s on s.name = named.source
    on conflict (source_id, name) do nothing`
}

/** The numbers of metrics, in the order in which they are named. */
export function metricIds(named: readonly SourceMetric[]) {
  return sql<{ id: number }>`
    select m.id
    from ${namedMetrics(named)}
    join event_source s on s.name = named.source
    join metric m on m.source_id = s.id and m.name = named.metric
    order by named.n`
}

function namedMetrics(named: readonly SourceMetric[]) {
  const sources = named.map(({ source }) => source)
  const metrics = named.map(({ metric }) => metric)
  return sql`unnest(${sources}::text[], ${metrics}::text[]) with ordinality as named (source, metric, n)`
}

/**
 * What a transaction needs beside the tables: the days to be worked out anew, and room for what comes again.
 * `n` is the order of the file, which its lines need not be: each sheet of a workbook has its own.
 */
export const CREATE_ROOM = `
  create temporary table touched_day (
    metric_id bigint, day date, primary key (metric_id, day)) on commit drop;
  create temporary table staged_event (
    n integer, line integer, key bytea, metric_id bigint, day date, at timestamptz, value numeric, subject text,
    dimensions jsonb, upload_id bigint) on commit drop;
  create temporary table staged_conflict (
    key bytea, n integer, line integer, stood numeric, came numeric) on commit drop`

export const CLEAR_STAGE = 'truncate staged_event, staged_conflict'

/** Days of which figures may change, one for each pair. */
export function addTouchedDays(days: readonly { readonly metricId: number; readonly day: Day }[]) {
  const metrics = days.map(({ metricId }) => metricId)
  return sql`
    insert into touched_day (metric_id, day)
    select * from unnest(${metrics}::bigint[], ${days.map(({ day }) => day)}::date[])
    on conflict do nothing`
}

/** Keeps what is new, the first of each key in the order of the file. */
export function insertNewEvents() {
  return sql<never>`
    insert into event (key, metric_id, day, at, value, subject, dimensions, upload_id)
    select distinct on (key) key, metric_id, day, at, value, subject, dimensions, upload_id
    from staged_event
    order by key, n
    on conflict (key) do nothing`
}

/**
 * Events whose key stands already with another value, in the order of the file; counted by what it
 * answers. Where what comes takes the place of what stood, each is compared with the one before it,
 * and else all with the one that stands. Each key is looked up, however many events there are.
 */
export function findConflicts(isReplacing: boolean) {
  return sql<never>`
    insert into staged_conflict (key, n, line, stood, came)
    select key, n, line, before, value
    from (
      select s.key, s.n, s.line, s.value,
        case when ${isReplacing}
          then coalesce(lag(s.value) over (partition by s.key order by s.n), e.value)
          else e.value
        end as before
      from staged_event s
      join lateral (
        select value
        from event
        where key = s.key
        limit 1) e on true) c
    where value <> before`
}

/** The last of the values that came for a key takes the place of the one that stood. */
export function replaceConflicting(uploadId: number) {
  return sql`
    update event e
    set value = c.came, upload_id = ${uploadId}
    from (
      select distinct on (key) key, came
      from staged_conflict
      order by key, n desc) c
    where e.key = c.key`
}

/** Keeps what stood and what came, so that neither is lost. */
export function insertConflicts(uploadId: number, isReplacing: boolean) {
  return sql`
    insert into event_conflict (key, upload_id, line, stood, came, is_replaced)
    select key, ${uploadId}, line, stood, came, ${isReplacing}
    from staged_conflict
    order by n`
}

/** The days of events whose value gave way; they need not be those of what came. */
export function addDaysOfReplaced() {
  return sql`
    insert into touched_day (metric_id, day)
    select distinct e.metric_id, e.day
    from staged_conflict c
    join lateral (
      select metric_id, day
      from event
      where key = c.key
      limit 1) e on true
    on conflict do nothing`
}
