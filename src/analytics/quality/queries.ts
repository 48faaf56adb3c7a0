import { sql } from 'kysely'
import type { Day } from '../../lib/day.ts'
import type { Analysis } from '../standing/analysis.ts'
import type { CoverageDay } from '../standing/coverage-projection.ts'
import type { FailingRow } from '../standing/failing-row.ts'
import type { PlanResult } from '../standing/sync-estimate.ts'
import type { Why } from './judge-rows.ts'
import type { KeyField, Measure } from './measures.ts'

/** Takes out all that is kept of a day. */
export function deleteAnalysis(day: Day) {
  return sql`delete from analysis_day where day = ${day}::date`
}

export function insertAnalysis(analysis: Analysis, runId: number) {
  return sql`
    insert into analysis_day (day, run_id, analysis)
    values (${analysis.day}::date, ${runId}, ${JSON.stringify(analysis)}::jsonb)`
}

/** Rows that failed on days before this one are not kept any longer; their figures are. */
export function deleteFailuresBefore(day: Day) {
  return sql`delete from quality_failure where day < ${day}::date`
}

/** An analysis as kept, and when it was made. */
export interface KeptAnalysis {
  readonly day: Day
  readonly run: number
  readonly at: Date
  readonly analysis: Analysis
}

/** The analysis of a day; the newest one where none is named. */
export function keptAnalysis(day: Day | null) {
  return sql<KeptAnalysis>`
    select day::text as day, run_id as run, at, analysis
    from analysis_day
    where ${day}::date is null or day = ${day}::date
    order by day desc
    limit 1`
}

/** The analysed days closest to a day, at most three. */
export function nearestDays(day: Day) {
  return sql<{ day: Day }>`
    select day::text as day
    from analysis_day
    order by abs(day - ${day}::date), day desc
    limit 3`
}

/** The quality of all devices on a day. */
export interface TrendDay {
  readonly day: Day
  /** Null without devices. */
  readonly score: number | null
  readonly completeness: number | null
  readonly consistency: number | null
  readonly uniqueness: number | null
  readonly validity: number | null
  /** Devices with a TAG, in per cent. */
  readonly coverage: number | null
}

/** How the quality of all devices went, day by day up to one. */
export function trend(until: Day, days: number) {
  return sql<TrendDay>`
    select day::text as day, score::double precision as score,
      100.0::double precision * completeness_passed / nullif(completeness_of, 0) as completeness,
      100.0::double precision * consistency_passed / nullif(consistency_of, 0) as consistency,
      100.0::double precision * uniqueness_passed / nullif(uniqueness_of, 0) as uniqueness,
      100.0::double precision * validity_passed / nullif(validity_of, 0) as validity,
      100.0::double precision * tagged / nullif(devices, 0) as coverage
    from quality_day
    where scope = 'all' and day <= ${until}::date and day > ${until}::date - ${days}::integer
    order by day`
}

/** The share of devices with a TAG on the kept days before a day. */
export function coverageBefore(day: Day, days: number) {
  return sql<CoverageDay>`
    select day::text as day, 100.0::double precision * tagged / devices as percent
    from quality_day
    where scope = 'all' and devices > 0 and day < ${day}::date and day >= ${day}::date - ${days}::integer
    order by day`
}

/** What came of the last plans of TAGs that were applied to their end, the newest first. */
export function lastResults(plans: number) {
  return sql<PlanResult>`
    select id as plan, changes as planned, applied::integer as applied
    from plan_result
    where kind = 'tags' and state in ('applied', 'undoing', 'undone')
    order by last_at desc
    limit ${plans}`
}

/** Which failing rows are asked for; null for any. */
export interface FailingFilter {
  readonly measure: Measure
  readonly field: KeyField | null
  readonly why: Why | null
  /** The municipality or the building. */
  readonly place: string | null
}

/** A page of the rows that fail on a day, in order; `limit` null for all of them. */
export function failingOn(
  day: Day,
  filter: FailingFilter,
  { limit, offset }: { readonly limit: number | null; readonly offset: number },
) {
  return sql<FailingRow>`
    select measure, field, why, value, record_key as key, hostname,
      inventory_number as "inventoryNumber", tag, serial, last_user as "user", building, municipality
    from quality_failure
    where ${asked(day, filter)}
    order by n
    limit ${limit} offset ${offset}`
}

export function countFailing(day: Day, filter: FailingFilter) {
  return sql<{ count: number }>`
    select count(*)::integer as count from quality_failure where ${asked(day, filter)}`
}

function asked(day: Day, { measure, field, why, place }: FailingFilter) {
  return sql`day = ${day}::date and measure = ${measure}
      and (${field}::text is null or field = ${field})
      and (${why}::text is null or why = ${why})
      and (${place}::text is null or ${place} in (building, municipality))`
}
