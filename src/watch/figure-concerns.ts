import { addDays, clockOf, type Day, dayIn } from '../lib/day.ts'
import { SEVERITIES, type Severity } from '../reconcile/checks/finding-draft.ts'
import type { AlertSettings } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import type { Moment } from './source-concerns.ts'

/** Open findings of a check that bear one severity. */
export interface SeenFindings {
  readonly check: string
  readonly severity: Severity
  readonly count: number
}

/** Checks whose open findings reached one of the levels: one concern for each level reached. */
export function findingConcerns(
  seen: readonly SeenFindings[],
  { severity, levels }: AlertSettings['findings'],
): Concern[] {
  if (severity === null) return []
  const wanted = SEVERITIES.slice(0, SEVERITIES.indexOf(severity) + 1)
  const counted = seen.filter((each) => wanted.includes(each.severity))
  return [...Map.groupBy(counted, ({ check }) => check)].flatMap(([check, rows]) => {
    const count = rows.reduce((sum, row) => sum + row.count, 0)
    const worst = SEVERITIES.find((each) => rows.some((row) => row.severity === each)) ?? severity
    const reached = [...new Set(levels)].filter((level) => count >= level)
    return reached.map((level): Concern => {
      const details = { check, severity: worst, count, level }
      return { kind: 'findings', key: `findings:${check}:${level}`, details, pastAt: null }
    })
  })
}

/** An anomaly as it is kept; several figures of a metric may be odd on one day. */
export interface SeenAnomaly {
  readonly source: string
  readonly metric: string
  readonly day: Day
  readonly value: number
  readonly expected: number
  readonly score: number | null
  readonly direction: 'high' | 'low'
  /** What a person says of the day; null while nobody has. */
  readonly verdict: string | null
}

/** The first day whose anomalies count; null where none do. */
export function firstAnomalyDay(days: number, { now, timeZone }: Moment): Day | null {
  return days === 0 ? null : addDays(dayIn(timeZone, now), -days)
}

/** Odd days of metrics that nobody judged: one for each metric and day, told by its oddest figure. */
export function anomalyConcerns(
  seen: readonly SeenAnomaly[],
  days: number,
  moment: Moment,
): Concern[] {
  const first = firstAnomalyDay(days, moment)
  if (first === null) return []
  const open = seen.filter(({ day, verdict }) => verdict === null && day >= first)
  const byKey = Map.groupBy(open, ({ source, metric, day }) => `anomaly:${source}:${metric}:${day}`)
  return [...byKey].flatMap(([key, [one, ...others]]) => {
    if (one === undefined) return []
    const oddest = others.reduce((most, each) => (oddness(each) > oddness(most) ? each : most), one)
    const { source, metric, day, value, expected, direction } = oddest
    const details = { source, metric, day, value, expected, direction }
    return [{ kind: 'anomaly', key, details, pastAt: endOf(day, days, moment) } as const]
  })
}

/** Where there is nothing to measure it by, the history never varied: nothing is odder. */
function oddness({ score }: SeenAnomaly): number {
  return score === null ? Number.POSITIVE_INFINITY : Math.abs(score)
}

function endOf(day: Day, days: number, { timeZone }: Moment): Date {
  return clockOf(timeZone)(`${addDays(day, days + 1)} 00:00:00`)
}
