import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

export function deleteCounts(days: readonly Day[]) {
  return sql`delete from day_count where day = any(${days}::date[])`
}

export function deleteDistinct(days: readonly Day[]) {
  return sql`delete from day_distinct where day = any(${days}::date[])`
}

/** Counts what every source lists on a day; a source that was not collected as it stood before. */
export function insertCounts(day: Day) {
  return sql`
    insert into day_count (day, source, site_id, class, is_spare, is_billable, records)
    select ${day}::date, r.source, s.site_id, r.class, r.is_spare, r.is_billable, count(*)
    from record_on(${day}::date) r
    left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
    where r.is_machine
    group by r.source, s.site_id, r.class, r.is_spare, r.is_billable`
}

/** Counts machines once, at each site and in all; a record not linked yet is a machine of its own. */
export function insertDistinct(day: Day) {
  return sql`
    insert into day_distinct (day, site_id, is_total, devices)
    select ${day}::date, site_id, is_total, devices
    from (
      select s.site_id, grouping(s.site_id) = 1 as is_total,
        count(distinct coalesce(l.device_id, -r.record_id)) as devices
      from record_on(${day}::date) r
      left join site_on(${day}::date) s on s.source = r.source and s.organisation_key = r.organisation_key
      left join link_on(${day}::date) l on l.record_id = r.record_id
      where r.is_machine
      group by grouping sets ((s.site_id), ())) counted
    where devices > 0`
}

/** Days known of some machines that were never counted: a collection was broken off in between. */
export function uncountedDays() {
  return sql<{ day: Day }>`
    select distinct k.day::text as day
    from machine_day k
    where not exists (select from matched_day m where m.day = k.day and m.is_counted)
    order by day`
}

/** These days are counted as they are matched now. */
export function markCounted(days: readonly Day[]) {
  return sql`
    update matched_day
    set is_counted = true, counted_at = now()
    where day = any(${days}::date[])`
}

/** Days counted from a day on, up to another one (null: to the last). */
export function countedDays(from: Day, until: Day | null) {
  return sql<{ day: Day }>`
    select distinct day::text as day
    from day_count
    where day >= ${from}::date and day < ${until ?? 'infinity'}::date
    order by day`
}

/**
 * The counted day whose counts are those of a day: the newest up to it, where nothing began or ended
 * between the two, and nothing was said of it after it was counted. None otherwise.
 */
export function countedFor(day: Day) {
  return sql<{ day: Day }>`
    select m.day::text as day
    from matched_day m
    where m.day = (select max(day) from matched_day where day <= ${day}::date)
      and m.is_counted and m.counted_at is not null
      and not exists (
        select from record_version v where v.valid_from > m.day and v.valid_from <= ${day}::date)
      and not exists (
        select from record_version v where v.valid_to > m.day and v.valid_to <= ${day}::date)
      and not exists (
        select
        from site_alias a
        where (a.valid_from > m.day and a.valid_from <= ${day}::date)
          or (a.valid_to > m.day and a.valid_to <= ${day}::date)
          or (a.decided_at >= m.counted_at and a.valid_from <= m.day))
      and not exists (
        select
        from collection c
        where c.is_machine and c.history is not null and c.day <= m.day
          and greatest(c.ended_at, c.accepted_at) >= m.counted_at)`
}

/** The figures of one source at one site on one day. */
export interface DayFigures {
  readonly source: string
  /** Null for machines whose organisation is mapped to no site. */
  readonly site: string | null
  readonly total: number
  /** Servers that are not spare; with workstations, spares and others they add up to the total. */
  readonly servers: number
  readonly workstations: number
  readonly spare: number
  readonly billable: number
}

export function figuresOn(day: Day) {
  return sql<DayFigures>`
    select c.source, s.name as site, sum(c.records)::bigint as total,
      coalesce(sum(c.records) filter (where c.class = 'server' and not c.is_spare), 0)::bigint as servers,
      coalesce(sum(c.records) filter (where c.class = 'workstation' and not c.is_spare), 0)::bigint
        as workstations,
      coalesce(sum(c.records) filter (where c.is_spare), 0)::bigint as spare,
      coalesce(sum(c.records) filter (where c.is_billable), 0)::bigint as billable
    from day_count c
    left join site s on s.id = c.site_id
    where c.day = ${day}::date
    group by c.source, s.name
    order by s.name nulls last, c.source`
}

export function distinctOn(day: Day) {
  return sql<{ site: string | null; isTotal: boolean; devices: number }>`
    select s.name as site, d.is_total as "isTotal", d.devices
    from day_distinct d
    left join site s on s.id = d.site_id
    where d.day = ${day}::date`
}
