import type { ArmaProcess } from '../arma/stationary-arma.ts'
import { type Columns, columnOf, emptyColumns } from './columns.ts'
import { gapFilter, type StepPredictions } from './gap-filter.ts'
import type { Observations } from './observations.ts'
import { quickFilter } from './quick-filter.ts'
import { type Regression, regressInPlace } from './regression.ts'

/** How well a process explains observations, its variance and all effects being the best there are. */
export interface Likelihood {
  /** Minus twice the logarithm of the exact Gaussian likelihood. */
  readonly deviance: number
  /** Of the surprises: their squares over their number. */
  readonly variance: number
  /** Shares of unknown starts, the constant and the regressors, in this order. */
  readonly regression: Regression
  /** The logarithm of what the variances of single surprises, and the doubt about unknown starts, multiply to. */
  readonly logVolume: number
  /** What is left of each figure, over its deviation; the next judgement overwrites it. */
  readonly left: Float64Array
}

/** Judges processes; null where one leaves nothing to be explained, or cannot tell an unknown start. */
export type Judge = (arma: ArmaProcess) => Likelihood | null

/** Figures explained to this share of their own size are explained but for rounding. */
const ROUNDING = 1e-24

/**
 * The exact likelihood of a process, the figures used up by differencing being diffuse: that of the differenced
 * figures where none is missing, else that of Durbin and Koopman (2012), section 7.2.2, without the constant for
 * the diffuse figures. Variance and effects are those of generalised least squares.
 */
export function judgeOf(observations: Observations): Judge {
  const { columns, differenced, hasGaps, count, unknownStarts } = observations
  const least = ROUNDING * largestSquare(observations)
  const surprises = emptyColumns(columns.count, hasGaps ? columns.length : differenced.length)
  const quick = hasGaps ? null : quickFilter(differenced)
  return (arma) => {
    const logVariances = quick
      ? quick(arma, surprises)
      : standardise(observations, gapFilter(arma, observations, columns.length), surprises)
    const regression = regressInPlace(surprises)
    const variance = (regression.squares.at(-1) ?? 0) / count
    if (!(variance > least) || regression.isTold.slice(0, unknownStarts).includes(false))
      return null
    const diffuse = regression.squares.subarray(0, unknownStarts)
    const logDiffuse = diffuse.reduce((sum, square) => sum + Math.log(square), 0)
    const logVolume = logVariances + logDiffuse
    const deviance = count * (Math.log(2 * Math.PI * variance) + 1) + logVolume
    const left = columnOf(surprises, columns.count - 1)
    return Number.isFinite(deviance) ? { deviance, variance, regression, logVolume, left } : null
  }
}

/** Writes each surprise over its deviation, 0 where nothing is known; gives the sum of the logarithms of the variances. */
export function standardise(
  { columns, isSeen, shares }: Observations,
  { means, variances }: StepPredictions,
  into: Columns,
): number {
  let logVariances = 0
  for (let step = 0; step < columns.length; step += 1) {
    const isUsed = step >= shares.length && isSeen[step] === 1
    const variance = variances[step] ?? 1
    const deviation = Math.sqrt(variance)
    if (isUsed) logVariances += Math.log(variance)
    for (let column = 0; column < columns.count; column += 1) {
      const at = column * columns.length + step
      const mean = means.values[column * means.length + step] ?? 0
      into.values[at] = isUsed ? ((columns.values[at] ?? 0) - mean) / deviation : 0
    }
  }
  return logVariances
}

function largestSquare({ columns, level }: Observations): number {
  const own = columns.values.subarray((columns.count - 1) * columns.length)
  return own.reduce((most, value) => Math.max(most, (value + level) ** 2), 0)
}
