import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { Anomaly } from '../anomaly/anomaly.ts'
import type { SeriesName } from '../figures/series-name.ts'
import { type KeptBy, ofSources, unnested } from './queries.ts'

/** A series whose days from one on were judged anew. */
export interface JudgedSeries extends SeriesName {
  readonly from: Day
  readonly anomalies: readonly Anomaly[]
}

/**
 * Takes away what a method found on days that are judged anew and does not find again. What was found on a day that a
 * person spoke for stays with what was said; nothing judges it any more.
 */
export function deleteOutdated(judged: readonly JudgedSeries[], method: string) {
  const froms = judged.map(({ from }) => from)
  const sources = judged.map(({ source }) => source)
  const metrics = judged.map(({ metric }) => metric)
  const aggregates = judged.map(({ aggregate }) => aggregate)
  return sql`
    delete from anomaly a
    using (
      select series_key(source) as source, metric, aggregate, first
      from unnest(${sources}::text[], ${metrics}::text[], ${aggregates}::text[], ${froms}::date[])
        as named (source, metric, aggregate, first)) judged
    where a.source = judged.source and a.metric = judged.metric and a.aggregate = judged.aggregate
      and a.day >= judged.first and a.method = ${method}
      and not exists (
        select from ${found(judged)}
        where found.source = a.source and found.metric = a.metric and found.aggregate = a.aggregate
          and found.day = a.day)
      and not exists (
        select from anomaly_verdict v
        where v.source = a.source and v.metric = a.metric and v.day = a.day and v.withdrawn_at is null)`
}

/** Keeps what was found; what was found before keeps the day it was found, and is not touched where nothing changed. */
export function upsertAnomalies(judged: readonly JudgedSeries[], { runId, now }: KeptBy) {
  return sql<{ isNew: boolean }>`
    insert into anomaly (source, metric, aggregate, day, method, value, expected, score, direction, why,
      run_id, found_at)
    select source, metric, aggregate, day, method, value, expected, score, direction, why, ${runId}, ${now}
    from ${found(judged)}
    on conflict (source, metric, aggregate, method, day) do update
    set value = excluded.value, expected = excluded.expected, score = excluded.score,
      direction = excluded.direction, why = excluded.why
    where (anomaly.value, anomaly.expected, anomaly.score, anomaly.direction, anomaly.why)
      is distinct from (excluded.value, excluded.expected, excluded.score, excluded.direction, excluded.why)
    returning xmax = 0 as "isNew"`
}

function found(judged: readonly JudgedSeries[]) {
  const rows = judged.flatMap(({ source, metric, aggregate, anomalies }) =>
    anomalies.map(({ index: _, ...anomaly }) => ({ name: source, metric, aggregate, ...anomaly })),
  )
  return sql`(
    select series_key(name) as source, metric, aggregate, day, method, value, expected, score, direction, why
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as named (name text, metric text,
      aggregate text, day date, method text, value float8, expected float8, score float8, direction text,
      why jsonb)) found`
}

/** What a person can say of a day. */
export type VerdictWord = 'expected' | 'no-anomaly'

/** An anomaly as it is kept, and what a person says of its day. */
export interface KeptAnomaly extends Omit<Anomaly, 'index'>, SeriesName {
  readonly foundAt: Date
  readonly verdict: VerdictWord | null
  readonly verdictReason: string | null
  readonly saidBy: string | null
}

/** Which anomalies are listed; null where it does not matter. */
export interface AskedAnomalies {
  readonly source: string | null
  /** Where no source is named: of these alone. */
  readonly among?: readonly string[] | null
  readonly metric: string | null
  readonly from: Day | null
  readonly to: Day | null
  readonly limit: number | null
  readonly offset?: number
}

export function keptAnomalies({ limit, offset = 0, ...asked }: AskedAnomalies) {
  return sql<KeptAnomaly>`
    select series_source(a.source) as source, a.metric, a.aggregate, a.day::text as day, a.method, a.value, a.expected, a.score,
      a.direction, a.why, a.found_at as "foundAt", v.verdict, v.reason as "verdictReason",
      v.said_by as "saidBy"
    ${anomaliesAsked(asked)}
    order by a.day desc, abs(a.score) desc nulls last, source, a.metric
    limit ${limit}
    offset ${offset}`
}

export function countAnomalies(asked: Omit<AskedAnomalies, 'limit'>) {
  return sql<{ count: number }>`select count(*) as count ${anomaliesAsked(asked)}`
}

function anomaliesAsked({ source, among = null, metric, from, to }: Omit<AskedAnomalies, 'limit'>) {
  return sql`
    from anomaly a
    left join anomaly_verdict v on v.source = a.source and v.metric = a.metric and v.day = a.day
      and v.withdrawn_at is null
    where ${ofSources('a', source === null ? among : [source])}
      and (${metric}::text is null or a.metric = ${metric})
      and a.day >= coalesce(${from}::date, '-infinity') and a.day <= coalesce(${to}::date, 'infinity')`
}

/** Days of some metrics that people spoke for. */
export function standingVerdicts(names: readonly SeriesName[]) {
  return sql<{ source: string; metric: string; day: Day; verdict: VerdictWord }>`
    select distinct asked.name as source, v.metric, v.day::text as day, v.verdict
    from anomaly_verdict v
    join ${unnested(names)} on asked.source = v.source and asked.metric = v.metric
    where v.withdrawn_at is null
    order by day`
}

/** What a person said of a day, as it stands. */
export interface SaidVerdict extends NewVerdict {
  readonly at: Date
}

/** Whose words are asked for; null for all. */
export interface AskedVerdicts {
  readonly sources: readonly string[] | null
  readonly metric: string | null
}

/** What people say of days, the newest day first. */
export function saidVerdicts(
  asked: AskedVerdicts,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return sql<SaidVerdict>`
    select series_source(v.source) as source, v.metric, v.day::text as day, v.verdict, v.reason,
      v.said_by as by, v.said_at as at
    from anomaly_verdict v
    where ${standing(asked)}
    order by v.day desc, source, v.metric
    limit ${limit}
    offset ${offset}`
}

export function countVerdicts(asked: AskedVerdicts) {
  return sql<{ count: number }>`
    select count(*)::integer as count from anomaly_verdict v where ${standing(asked)}`
}

function standing({ sources, metric }: AskedVerdicts) {
  return sql`v.withdrawn_at is null and ${ofSources('v', sources)}
      and (${metric}::text is null or v.metric = ${metric})`
}

/** What a person says of a day of a metric. */
export interface NewVerdict extends Pick<SeriesName, 'source' | 'metric'> {
  readonly day: Day
  readonly verdict: VerdictWord
  readonly reason: string | null
  readonly by: string
}

export function withdrawVerdict(
  { source, metric, day, by }: Omit<NewVerdict, 'verdict' | 'reason'>,
  now: Date,
) {
  return sql`
    update anomaly_verdict
    set withdrawn_by = ${by}, withdrawn_at = ${now}
    where source = series_key(${source}) and metric = ${metric} and day = ${day}::date and withdrawn_at is null`
}

export function insertVerdict(
  { source, metric, day, verdict, reason, by }: NewVerdict,
  { runId, now }: KeptBy,
) {
  return sql`
    insert into anomaly_verdict (run_id, source, metric, day, verdict, reason, said_by, said_at)
    values (${runId}, series_key(${source}), ${metric}, ${day}::date, ${verdict}, ${reason}, ${by}, ${now})`
}
