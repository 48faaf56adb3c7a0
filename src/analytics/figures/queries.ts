import { sql } from 'kysely'
import { figuresOf } from '../../events/daily/queries.ts'
import { OWN_SOURCE, siteOfSource } from '../../events/daily/site-source.ts'
import type { Day } from '../../lib/day.ts'
import type { Aggregate, SeriesName } from './series-name.ts'

/** The days of a series that have a figure, as places from its first. */
export interface SeriesRow {
  readonly source: string
  readonly metric: string
  readonly first: Day
  readonly places: readonly number[]
  /** Null for what is too large to reckon with. */
  readonly figures: readonly (number | null)[]
}

/** Which series are read, up to which day: those of events before today, for today they may still grow. */
export interface AskedSeries {
  readonly names: readonly Pick<SeriesName, 'source' | 'metric'>[]
  readonly aggregate: Aggregate
  readonly today: Day
}

/**
 * Two years up to the last figure show every week and both ends of a year; what is older tells of another time. What
 * is found odd depends on where a history begins, so it begins there for whoever asks.
 */
const HISTORY_DAYS = 730
/** Squares of larger figures are beyond what a number holds; figures this small are none. */
const LARGEST = '1e100'
const DECIMALS = 100

/** Series in the order asked for; those without any day are left out. */
export function seriesRows({ names, aggregate, today }: AskedSeries) {
  const own = [...new Set(names.map(({ source }) => source))].filter(isOwn)
  return sql<SeriesRow>`
    with figured as (
      select d.n, d.source, d.metric, d.day, d.${sql.ref(aggregate)}::numeric as figure,
        max(d.day) over (partition by d.n) as last
      from ${figuresOf(names)} d
      where d.day < ${today}::date or (d.source = any(${own}::text[]) and d.day = ${today}::date)),
    recent as (
      select n, source, metric, day, min(day) over (partition by n) as first,
        case when abs(figure) <= ${LARGEST}::numeric then round(figure, ${DECIMALS}::integer)::float8 end as figure
      from figured
      where day > last - ${HISTORY_DAYS}::integer)
    select source, metric, first::text as first, array_agg(day - first order by day) as places,
      array_agg(figure order by day) as figures
    from recent
    group by n, source, metric, first
    order by n`
}

function isOwn(source: string): boolean {
  return source === OWN_SOURCE || siteOfSource(source) !== null
}
