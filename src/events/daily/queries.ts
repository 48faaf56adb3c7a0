import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'

/** Works the figures of the days in `touched_day` out anew from all their events. */
export function recomputeTouched() {
  return sql`
    insert into metric_day (metric_id, day, sum, count, min, max, subjects)
    select e.metric_id, e.day, sum(e.value), count(*), min(e.value), max(e.value),
      count(distinct e.subject)
    from event e
    join touched_day t on t.metric_id = e.metric_id and t.day = e.day
    group by e.metric_id, e.day
    on conflict (metric_id, day) do update
    set sum = excluded.sum, count = excluded.count, min = excluded.min, max = excluded.max,
      subjects = excluded.subjects`
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

/** The days of one metric of one source, those that have events, in order. */
export function dailyFigures(of: {
  readonly source: string
  readonly metric: string
  readonly from: Day
  readonly to: Day
}) {
  return sql<DailyFigure>`
    select day::text as day, sum::text as sum, average::text as average, count::bigint as count,
      min::text as min, max::text as max, subjects::bigint as subjects
    from daily_series
    where source = ${of.source} and metric = ${of.metric} and is_total
      and day between ${of.from}::date and ${of.to}::date
    order by day`
}

/** A metric, and the days it is known for. */
export interface KnownMetric {
  readonly source: string
  readonly metric: string
  readonly days: number
  readonly first: Day
  readonly last: Day
}

export function knownMetrics(source: string | null) {
  return sql<KnownMetric>`
    select source, metric, count(*)::integer as days, min(day)::text as first, max(day)::text as last
    from daily_series
    where is_total and (${source}::text is null or source = ${source})
    group by source, metric
    order by source, metric`
}
