import { copyRows } from '../../db/copy.ts'
import type { Database } from '../../db/database.ts'
import { addDays, type Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { Analysis } from '../standing/analysis.ts'
import { type CoverageDay, DAYS_SEEN } from '../standing/coverage-projection.ts'
import type { FailingRow } from '../standing/failing-row.ts'
import { PLANS_SEEN, type PlanResult } from '../standing/sync-estimate.ts'
import type { PlaceQuality } from './quality-by-place.ts'
import * as q from './queries.ts'

/** An analysis with the rows that fail, and how long such rows are kept. */
export interface NewAnalysis {
  readonly runId: number
  readonly analysis: Analysis
  readonly failing: readonly FailingRow[]
  /** Days for which failing rows are kept; figures are kept for good. */
  readonly failingFor: number
}

/** What the inventory was worth, day by day. */
export function qualityStore(database: Database) {
  const { db } = database
  return {
    /** Keeps a day's analysis in the place of the one that may be there, all or nothing. */
    keep({ runId, analysis, failing, failingFor }: NewAnalysis): Promise<void> {
      const { day } = analysis
      return database.transaction(async (transaction) => {
        await q.deleteAnalysis(day).execute(transaction.db)
        await q.insertAnalysis(analysis, runId).execute(transaction.db)
        const { client } = transaction
        await copyRows(client, QUALITY_DAY, qualityRows(analysis))
        await copyRows(client, QUALITY_FAILURE, failureRows(day, failing))
        await q.deleteFailuresBefore(addDays(day, -failingFor)).execute(transaction.db)
      })
    },

    /** The analysis of a day, or the newest (null); null when there is none at all. Throws `day.not-kept`. */
    async find(day: Day | null): Promise<q.KeptAnalysis | null> {
      const [kept] = (await q.keptAnalysis(day).execute(db)).rows
      if (kept) return kept
      if (day === null) return null
      const { rows } = await q.nearestDays(day).execute(db)
      throw new AppError('day.not-kept', { day, nearest: rows.map((each) => each.day) })
    },

    /** The quality of all devices over some days up to one, in order; a day without an analysis is left out. */
    async trend(until: Day, days: number): Promise<q.TrendDay[]> {
      return (await q.trend(until, days).execute(db)).rows
    },

    async coverageBefore(day: Day): Promise<CoverageDay[]> {
      return (await q.coverageBefore(day, DAYS_SEEN).execute(db)).rows
    },

    async lastResults(): Promise<PlanResult[]> {
      return (await q.lastResults(PLANS_SEEN).execute(db)).rows
    },

    /** The rows that fail a measure on a day, at most `limit` (null: all), and how many there are. */
    async failing(
      day: Day,
      filter: q.FailingFilter,
      page: { readonly limit: number | null; readonly offset: number },
    ): Promise<{ readonly items: FailingRow[]; readonly total: number }> {
      const items = (await q.failingOn(day, filter, page).execute(db)).rows
      return { items, total: (await q.countFailing(day, filter).execute(db)).rows[0]?.count ?? 0 }
    },
  }
}

const QUALITY_DAY = {
  table: 'quality_day',
  columns: [
    ...['day', 'scope', 'place', 'devices', 'tagged', 'score'],
    ...['completeness_of', 'completeness_passed', 'consistency_of', 'consistency_passed'],
    ...['uniqueness_of', 'uniqueness_passed', 'validity_of', 'validity_passed'],
  ],
}

function qualityRows({ day, places }: Analysis): unknown[][] {
  return places.map(({ scope, place, devices, tagged, score, parts }: PlaceQuality) => [
    ...[day, scope, place, devices, tagged, score],
    ...[parts.completeness.of, parts.completeness.passed],
    ...[parts.consistency.of, parts.consistency.passed],
    ...[parts.uniqueness.of, parts.uniqueness.passed],
    ...[parts.validity.of, parts.validity.passed],
  ])
}

const QUALITY_FAILURE = {
  table: 'quality_failure',
  columns: [
    ...['day', 'n', 'measure', 'field', 'why', 'value', 'record_key', 'hostname'],
    ...['inventory_number', 'tag', 'serial', 'last_user', 'building', 'municipality'],
  ],
}

function* failureRows(day: Day, failing: readonly FailingRow[]): Generator<unknown[]> {
  for (const [at, row] of failing.entries()) {
    yield [
      ...[day, at + 1, row.measure, row.field, row.why, row.value, row.key, row.hostname],
      ...[row.inventoryNumber, row.tag, row.serial, row.user, row.building, row.municipality],
    ]
  }
}
