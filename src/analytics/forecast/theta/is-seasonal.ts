import type { Figures } from '../../series.ts'
import { autocorrelation } from '../../stats/autocorrelation.ts'

/** The normal quantile that a chance likeness stays below nine times in ten, counting both signs. */
const CRITICAL = 1.6448536269514722

/**
 * Whether figures are more like those one period before than chance would have it (90 %), by Bartlett's
 * error of an autocorrelation: the test of Fiorucci et al. (2016), as in R's `thetaf`. More than two
 * periods are needed.
 */
export function isSeasonal(figures: Figures, period: number): boolean {
  if (period < 2) return false
  const known = figures.filter((value) => value !== null).length
  if (known <= 2 * period) return false

  let squares = 0
  for (let lag = 1; lag < period; lag += 1) squares += (autocorrelation(figures, lag) ?? 0) ** 2
  const likeness = autocorrelation(figures, period)
  return likeness !== null && Math.abs(likeness) > CRITICAL * Math.sqrt((1 + 2 * squares) / known)
}
