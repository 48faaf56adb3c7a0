import { sql } from 'kysely'

/** Where the rows of a file are laid before they are compared with what is kept: events, and rows that are none. */
export function createEventStage() {
  return sql`
    create temporary table staged_event (
      line integer not null, key bytea, source text, metric text, at timestamptz, day date, value numeric,
      subject text, dimensions jsonb, faults jsonb)
    on commit drop`
}

/** Sources and metrics that are named for the first time. */
export function addSources() {
  return sql`
    insert into event_source (name)
    select distinct source from staged_event where key is not null
    on conflict (name) do nothing`
}

export function addMetrics() {
  return sql`
    insert into metric (source_id, name)
    select s.id, e.metric
    from (select distinct source, metric from staged_event where key is not null) e
    join event_source s on s.name = e.source
    on conflict (source_id, name) do nothing`
}

/**
 * Keeps what is new, the first of each key in the order of the file. In the order of their keys, so
 * that the index is filled from one end to the other; that of the days is filled as it comes.
 */
export function insertNewEvents(uploadId: number) {
  return sql<never>`
    insert into event (key, metric_id, day, at, value, subject, dimensions, upload_id)
    select e.key, m.id, e.day, e.at, e.value, e.subject, e.dimensions, ${uploadId}
    from (
      select distinct on (key) *
      from staged_event
      where key is not null
      order by key, line) e
    join event_source s on s.name = e.source
    join metric m on m.source_id = s.id and m.name = e.metric
    on conflict (key) do nothing`
}

/**
 * Events whose key stands already with another value, in the order of the file. Where what comes takes
 * the place of what stood, each is compared with the one before it, and else all with the one that stands.
 */
export function findConflicts(isReplacing: boolean) {
  return sql`
    create temporary table staged_conflict on commit drop as
    select key, line, before as stood, value as came
    from (
      select s.key, s.line, s.value,
        case when ${isReplacing}
          then coalesce(lag(s.value) over (partition by s.key order by s.line), e.value)
          else e.value
        end as before
      from staged_event s
      join event e on e.key = s.key
      where s.key in (
        select d.key
        from staged_event d
        join event k on k.key = d.key and k.value <> d.value)) c
    where value <> before`
}

export function countConflicts() {
  return sql<{ count: number }>`select count(*) as count from staged_conflict`
}

/** The last of the values that came for a key takes the place of the one that stood. */
export function replaceConflicting(uploadId: number) {
  return sql`
    update event e
    set value = c.came, upload_id = ${uploadId}
    from (
      select distinct on (key) key, came
      from staged_conflict
      order by key, line desc) c
    where e.key = c.key`
}

/** Keeps what stood and what came, so that neither is lost. */
export function insertConflicts(uploadId: number, isReplacing: boolean) {
  return sql`
    insert into event_conflict (key, upload_id, line, stood, came, is_replaced)
    select key, ${uploadId}, line, stood, came, ${isReplacing}
    from staged_conflict
    order by line`
}

/** The days whose figures may have changed: those of what came, and of what stood and gave way. */
export function createTouchedDays(hasConflicts: boolean) {
  const given = sql`
    union
    select e.metric_id, e.day
    from staged_conflict c
    join event e on e.key = c.key`
  return sql`
    create temporary table touched_day on commit drop as
    select m.id as metric_id, e.day
    from (select distinct source, metric, day from staged_event where key is not null) e
    join event_source s on s.name = e.source
    join metric m on m.source_id = s.id and m.name = e.metric
    ${hasConflicts ? given : sql``}`
}

/** What the upload brought, of the events that are kept. */
export interface Brought {
  readonly firstAt: Date | null
  readonly lastAt: Date | null
  readonly metrics: readonly string[]
}

export function broughtByStage() {
  return sql<Brought>`
    select min(at) as "firstAt", max(at) as "lastAt",
      coalesce(array_agg(distinct metric order by metric), '{}') as metrics
    from staged_event
    where key is not null`
}

/** Keeps the rows that a file is taken in without. */
export function insertRejections(uploadId: number) {
  return sql`
    insert into event_rejection (upload_id, n, line, faults)
    select ${uploadId}, row_number() over (order by line), line, faults
    from staged_event
    where faults is not null`
}
