import type { AlertSettings } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import {
  anomalyConcerns,
  findingConcerns,
  type SeenAnomaly,
  type SeenFindings,
} from './figure-concerns.ts'
import { overdueConcerns, type SeenOverdue } from './overdue-concerns.ts'
import { type Moment, type SeenSource, sourceConcerns } from './source-concerns.ts'
import { planConcerns, runConcerns, type SeenPlan, type SeenRun } from './work-concerns.ts'

/** All that is looked at, as of one moment. */
export interface Sight {
  readonly sources: readonly SeenSource[]
  readonly findings: readonly SeenFindings[]
  readonly anomalies: readonly SeenAnomaly[]
  readonly plans: readonly SeenPlan[]
  readonly runs: readonly SeenRun[]
  readonly overdue: readonly SeenOverdue[]
}

/** Everything a person should know of, the most pressing kind first; each key once. */
export function whatIsWrong(sight: Sight, settings: AlertSettings, moment: Moment): Concern[] {
  const { freshness, findings, anomalyDays, planHours, failedRuns } = settings
  return [
    ...runConcerns(sight.runs, failedRuns, moment.now),
    ...overdueConcerns(sight.overdue),
    ...sourceConcerns(sight.sources, freshness, moment),
    ...planConcerns(sight.plans, planHours, moment.now),
    ...findingConcerns(sight.findings, findings),
    ...anomalyConcerns(sight.anomalies, anomalyDays, moment),
  ]
}
