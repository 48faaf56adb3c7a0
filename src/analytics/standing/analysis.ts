import type { Day } from '../../lib/day.ts'
import type { RowOutcome } from '../../reconcile/row-outcome.ts'
import { inventoryRow } from '../quality/inventory-row.ts'
import { type Issue, issuesOf } from '../quality/issues.ts'
import { type JudgedRow, judgeRows } from '../quality/judge-rows.ts'
import type { QualityRules } from '../quality/measures.ts'
import { qualityOf } from '../quality/quality.ts'
import { type PlaceQuality, qualityByPlace } from '../quality/quality-by-place.ts'
import { type ClassifierRoom, tagReader } from '../quality/tag-form.ts'
import { type BuildingVerdict, buildingOutliers } from './building-outliers.ts'
import { type Coverage, type CoverageDay, coverageProjection } from './coverage-projection.ts'
import { type Distribution, distributionOf } from './distribution.ts'
import { type FailingRow, failingRows } from './failing-row.ts'
import { type Problem, problemsOf } from './problems.ts'
import { type Recommendation, recommendationsOf } from './recommendations.ts'
import { type PlanResult, type SyncEstimate, syncEstimate } from './sync-estimate.ts'

/** What an inventory is worth on a day, in codes and figures. */
export interface Analysis {
  readonly day: Day
  readonly rules: QualityRules
  /** Overall first, then by site, then by building. */
  readonly places: readonly PlaceQuality[]
  readonly issues: readonly Issue[]
  readonly totals: Totals
  readonly distribution: Distribution
  readonly buildings: BuildingVerdict
  readonly problems: readonly Problem[]
  readonly recommendations: readonly Recommendation[]
  readonly sync: SyncEstimate
  readonly coverage: Coverage
}

/** How many devices there are, and how many lack what. */
export interface Totals {
  readonly devices: number
  readonly withTag: number
  readonly virtualMachines: number
  /** Whose inventory number is blank or a placeholder. */
  readonly emptyInventory: number
}

/** What an analysis is made of. */
export interface Analysed {
  readonly day: Day
  readonly outcomes: readonly RowOutcome[]
  /** The classifier, as read. */
  readonly rooms: readonly ClassifierRoom[]
  readonly rules: QualityRules
  /** Of the days before. */
  readonly coverage: readonly CoverageDay[]
  /** The last plans of TAGs that were applied. */
  readonly results: readonly PlanResult[]
}

/** Measures the assessed computers of a day; the rows that fail stand beside the figures. */
export function analyse(given: Analysed): {
  readonly analysis: Analysis
  readonly failing: readonly FailingRow[]
} {
  const { day, rules, results } = given
  const readTag = tagReader(given.rooms)
  const rows = judgeRows(
    given.outcomes.map((outcome) => inventoryRow(outcome, readTag)),
    rules,
  )
  const quality = qualityOf(rows, rules.weights)
  const distribution = distributionOf(rows, rules.placeholders)
  const buildings = buildingOutliers(distribution.buildings)
  const totals = totalsOf(rows)
  const analysis = {
    ...{ day, rules, totals, distribution, buildings },
    places: qualityByPlace(rows, rules.weights),
    issues: issuesOf(rows, quality),
    problems: problemsOf(rows, buildings),
    recommendations: recommendationsOf(rows, quality, rules),
    sync: syncEstimate(results),
    coverage: coverageProjection([
      ...given.coverage.filter((each) => each.day < day),
      ...coverageOn(day, totals),
    ]),
  }
  return { analysis, failing: failingRows(rows) }
}

function totalsOf(rows: readonly JudgedRow[]): Totals {
  return {
    devices: rows.length,
    withTag: rows.filter(({ isTagged }) => isTagged).length,
    virtualMachines: rows.filter(({ row }) => row.isVirtualMachine).length,
    emptyInventory: rows.filter(({ isNumbered }) => !isNumbered).length,
  }
}

function coverageOn(day: Day, { devices, withTag }: Totals): CoverageDay[] {
  return devices === 0 ? [] : [{ day, percent: (100 * withTag) / devices }]
}

/** The quality of all devices together. */
export function overall({ places }: Pick<Analysis, 'places'>): PlaceQuality {
  const all = places.find(({ scope }) => scope === 'all')
  if (!all) throw new Error('an analysis tells of all devices')
  return all
}
