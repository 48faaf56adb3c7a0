import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import { OWN_SOURCE, siteOfSource } from './site-source.ts'

/**
 * Works the figures of the days in `touched_day` out anew from all their events, day by day: what is
 * sorted to count its subjects is then never more than a day. A day may have none: of an event that came
 * again with another day, which stays on the one it had.
 */
export function recomputeTouched() {
  return sql`
    insert into metric_day (metric_id, day, sum, count, min, max, subjects)
    select t.metric_id, t.day, f.sum, f.count, f.min, f.max, f.subjects
    from touched_day t
    cross join lateral (
      select sum(value), count(*), min(value), max(value), count(distinct subject) as subjects
      from event e
      where e.metric_id = t.metric_id and e.day = t.day) f
    where f.count > 0
    on conflict (metric_id, day) do update
    set sum = excluded.sum, count = excluded.count, min = excluded.min, max = excluded.max,
      subjects = excluded.subjects`
}

/** Which days are worked out anew; null: of all sources, from the first day, to the last. */
export interface RecomputedDays {
  readonly source: string | null
  readonly from: Day | null
  readonly to: Day | null
}

/** Days of which figures are kept although they have no event. */
export function deleteEventless(days: RecomputedDays) {
  return sql`
    delete from metric_day d
    using metric m, event_source s
    where m.id = d.metric_id and s.id = m.source_id ${within(days, 'd')}
      and not exists (select from event e where e.metric_id = d.metric_id and e.day = d.day)`
}

/** Works the figures of days out anew from all their events, day by day; tells how many there are, and how many were otherwise. */
export function recomputeDays(days: RecomputedDays) {
  return sql<{ days: number; corrected: number }>`
    with due as (
      select distinct e.metric_id, e.day
      from event e
      join metric m on m.id = e.metric_id
      join event_source s on s.id = m.source_id
      where true ${within(days, 'e')}),
    put as (
      insert into metric_day as k (metric_id, day, sum, count, min, max, subjects)
      select t.metric_id, t.day, f.sum, f.count, f.min, f.max, f.subjects
      from due t
      cross join lateral (
        select sum(value), count(*), min(value), max(value), count(distinct subject) as subjects
        from event e
        where e.metric_id = t.metric_id and e.day = t.day) f
      on conflict (metric_id, day) do update
      set sum = excluded.sum, count = excluded.count, min = excluded.min, max = excluded.max,
        subjects = excluded.subjects
      where (k.sum, k.count, k.min, k.max, k.subjects)
        is distinct from (excluded.sum, excluded.count, excluded.min, excluded.max, excluded.subjects)
      returning 1)
    select (select count(*) from due) as days, (select count(*) from put) as corrected`
}

function within({ source, from, to }: RecomputedDays, table: 'd' | 'e') {
  const day = sql.ref(`${table}.day`)
  return sql`
    and (${source}::text is null or s.name = ${source})
    and ${day} >= coalesce(${from}::date, '-infinity') and ${day} <= coalesce(${to}::date, 'infinity')`
}

/** The figures of a metric on a day. */
export interface DailyFigure {
  readonly day: Day
  /** Exact decimals, as text. */
  readonly sum: string
  readonly average: string
  readonly count: number
  readonly min: string
  readonly max: string
  readonly subjects: number
}

/** A metric of a source. */
export interface MetricName {
  readonly source: string
  readonly metric: string
}

/** The days of one metric, in order. */
export interface MetricDays extends MetricName {
  readonly days: readonly DailyFigure[]
}

/** Which figures are asked for: of some metrics, on the days of a span (null: from the first, to the last). */
export interface AskedFigures {
  readonly metrics: readonly MetricName[]
  readonly from: Day | null
  readonly to: Day | null
}

/** The days that have figures, metric by metric in the order asked for, in order of days. */
export function dailyFigures({ metrics, from, to }: AskedFigures) {
  return sql<DailyFigure & MetricName>`
    select d.source, d.metric, d.day::text as day, d.sum::text as sum,
      trim_scale(d.average)::text as average,
      d.count::bigint as count, d.min::text as min, d.max::text as max, d.subjects::bigint as subjects
    from ${figuresOf(metrics)} d
    where d.day >= coalesce(${from}::date, '-infinity') and d.day <= coalesce(${to}::date, 'infinity')
    order by d.n, d.day`
}

/**
 * The figures of `daily_series` of some metrics, each beside its place among those asked for. Those of
 * events are found by their numbers and not by looking through all of them; Muster's own are worked out
 * only where they are asked for, in all or at those sites alone.
 */
export function figuresOf(metrics: readonly MetricName[]) {
  const sources = metrics.map(({ source }) => source)
  const names = metrics.map(({ metric }) => metric)
  const sites = metrics.map(({ source }) => siteOfSource(source))
  const places = [...new Set(sites.filter((site) => site !== null))]
  const [own, bySite] = [sources.includes(OWN_SOURCE), places.length > 0]
  const asked = sql`unnest(${sources}::text[], ${names}::text[], ${sites}::text[])
    with ordinality as asked (source, metric, site, n)`
  return sql`(
    select asked.n, asked.source, asked.metric, d.day, d.sum, d.sum / d.count as average, d.count, d.min,
      d.max, d.subjects
    from ${asked}
    join event_source s on s.name = asked.source
    join metric m on m.source_id = s.id and m.name = asked.metric
    cross join lateral (select * from metric_day f where f.metric_id = m.id) d
    union all
    select asked.n, d.source, d.metric, d.day, d.sum, d.average, d.count, d.min, d.max, d.subjects
    from ${asked}
    join own_series d on d.metric = asked.metric and d.is_total
    where ${own} and asked.source = ${OWN_SOURCE}
    union all
    select asked.n, asked.source, asked.metric, d.day, d.sum, d.average, d.count, d.min, d.max, d.subjects
    from ${asked}
    join own_series d on d.metric = asked.metric and d.site = asked.site
    where ${bySite} and not d.is_total and d.site = any(${places}::text[])
      and d.metric = any(${names}::text[]))`
}

/** A metric, and the days it is known for. */
export interface KnownMetric extends MetricName {
  readonly days: number
  readonly first: Day
  readonly last: Day
}

/** Which metrics are listed; null where it does not matter. */
export interface ListedMetrics {
  /** Null for those of events and of all sites together, or for those of `sites`. */
  readonly source: string | null
  readonly metric: string | null
  /** Lists the figures of these sites, each by itself, in the place of all else. */
  readonly sites?: readonly string[] | 'all'
}

export function knownMetrics({ source, metric, sites }: ListedMetrics) {
  const site = source === null ? null : siteOfSource(source)
  const places = site === null ? (sites ?? []) : [site]
  const bySite = site !== null || (source === null && sites !== undefined)
  const own = !bySite && (source === null || source === OWN_SOURCE)
  return sql<KnownMetric>`
    select s.name as source, m.name as metric, d.days, d.first::text as first, d.last::text as last
    from metric m
    join event_source s on s.id = m.source_id
    join lateral (
      select count(*)::integer as days, min(day) as first, max(day) as last
      from metric_day
      where metric_id = m.id) d on d.days > 0
    where ${!bySite} and (${source}::text is null or s.name = ${source})
      and (${metric}::text is null or m.name = ${metric})
    union all
    select source, metric, count(*)::integer, min(day)::text, max(day)::text
    from own_series
    where ${own} and is_total and (${metric}::text is null or metric = ${metric})
    group by source, metric
    union all
    select source || ':' || site, metric, count(*)::integer, min(day)::text, max(day)::text
    from own_series
    where ${bySite} and not is_total and site is not null
      and (${places === 'all'} or site = any(${places === 'all' ? [] : [...places]}::text[]))
      and (${metric}::text is null or metric = ${metric})
    group by source, site, metric
    order by source, metric`
}

/** The places there may be figures of: sites, and the municipalities and buildings of the books. */
export function figuredPlaces() {
  return sql<{ place: string }>`
    select name as place from site
    union
    select municipality from finding_day where site_id is null and municipality is not null
    union
    select place from quality_day where scope = 'site' and place is not null
    order by place`
}

/** Whether there may be figures of a place. */
export function isFiguredPlace(place: string) {
  return sql<{ isFigured: boolean }>`
    select exists (select from site where name = ${place})
      or exists (select from finding_day where site_id is null and municipality = ${place})
      or exists (select from quality_day where scope = 'site' and place = ${place}) as "isFigured"`
}

/** A source of daily figures, and what came of it. */
export interface KnownSource {
  readonly source: string
  readonly metrics: number
  /** Null where it has no figures yet. */
  readonly first: Day | null
  readonly last: Day | null
  readonly uploads: number
  readonly lastUploadAt: Date | null
}

/** Sources that sent events, and that of the figures of this installation itself. */
export function knownSources() {
  return sql<KnownSource>`
    with figured as (
      select source, count(distinct metric)::integer as metrics, min(day)::text as first,
        max(day)::text as last
      from daily_series
      where is_total
      group by source),
    sent as (
      select s.name as source, count(u.id) as uploads, max(u.at) as "lastUploadAt"
      from event_source s
      left join upload u on u.source_id = s.id
      group by s.name)
    select source, coalesce(f.metrics, 0) as metrics, f.first, f.last,
      coalesce(t.uploads, 0) as uploads, t."lastUploadAt"
    from figured f
    full join sent t using (source)
    order by source`
}

/** The names of all sources there can be figures of. */
export function sourceNames() {
  return sql<{ name: string }>`
    select name from event_source
    union
    select 'muster'
    order by name`
}
