import type { Figures } from '../../../series.ts'
import { type Columns, columnOf, emptyColumns } from '../filter/columns.ts'
import { regressInPlace } from '../filter/regression.ts'
import { KPSS_LIMIT, kpss } from './kpss.ts'
import { seasonalStrength } from './seasonal-strength.ts'

/** How often figures are differenced: from step to step, and from season to season. */
export interface Differences {
  readonly d: number
  readonly D: number
}

/** Above this the season is differenced away: Hyndman and Athanasopoulos (2021), section 9.1. */
const STRONG_SEASON = 0.64
/** Differenced more often, forecasts run away. */
const MOST = 2

/**
 * How often figures are to be differenced before they are stationary: over a season where that is strong, and then
 * from step to step until the test of KPSS is content. What regressors explain is taken out first.
 */
export function chooseDifferences(
  figures: Figures,
  regressors: readonly (readonly number[])[],
  period: number,
): Differences {
  const left = withoutCauses(figures, regressors)
  const isStrong = seasonalStrength(left, period) > STRONG_SEASON
  const D = isStrong && hasWholeSeason(left, period) ? 1 : 0
  let rest = D === 1 ? differenced(left, period) : left
  let d = 0
  while (d + D < MOST && wanders(rest)) {
    rest = differenced(rest, 1)
    d += 1
  }
  return { d, D }
}

/** Whether each place of the season is known once: of one that never is, no difference says where it stands. */
function hasWholeSeason(figures: Figures, period: number): boolean {
  const known = new Set<number>()
  for (const [step, value] of figures.entries()) if (value !== null) known.add(step % period)
  return known.size === period
}

function wanders(figures: Figures): boolean {
  const known = figures.filter((value) => value !== null)
  return known.length > 3 && kpss(known) > KPSS_LIMIT
}

function differenced(figures: Figures, lag: number): Figures {
  return figures.slice(lag).map((value, at) => {
    const before = figures[at] ?? null
    return value === null || before === null ? null : value - before
  })
}

function withoutCauses(figures: Figures, regressors: readonly (readonly number[])[]): Figures {
  if (regressors.length === 0) return figures
  const isKnown = figures.map((value) => value !== null)
  const columns: Columns = emptyColumns(regressors.length + 2, figures.length)
  columnOf(columns, 0).set(isKnown.map(Number))
  for (const [at, values] of regressors.entries()) {
    columnOf(columns, at + 1).set(values.map((value, step) => (isKnown[step] ? value : 0)))
  }
  const own = columnOf(columns, regressors.length + 1)
  own.set(figures.map((value) => value ?? 0))
  regressInPlace(columns)
  return figures.map((value, step) => (value === null ? null : (own[step] ?? 0)))
}
