import type { Figures } from '../../series.ts'
import { lbfgs } from '../../stats/optimise/lbfgs.ts'
import { leastSquares, type Residuals } from '../../stats/optimise/levenberg-marquardt.ts'
import { type Objective, valueAt } from '../../stats/optimise/minimum.ts'
import { nelderMead } from '../../stats/optimise/nelder-mead.ts'
import { freeCount, isOrder, type SarimaxOrder } from './arma/order.ts'
import {
  type ArmaCoefficients,
  armaProcess,
  coefficientsAt,
  freeNumbersOf,
} from './arma/stationary-arma.ts'
import { type Judge, judgeOf, type Likelihood } from './filter/likelihood.ts'
import { levelInConstant, type Observations, observe } from './filter/observations.ts'
import { type Starter, starterOf } from './start-values.ts'

/** A seasonal ARIMA model with its parameters. */
export interface SarimaxModel {
  readonly order: SarimaxOrder
  readonly coefficients: ArmaCoefficients
  /** The mean of the differenced figures: the mean, or the growth of a step; null where it is taken as 0. */
  readonly constant: number | null
  /** What one more of each regressor adds; 0 where the figures do not tell. */
  readonly effects: readonly number[]
  /** Variance of the surprises, their squares over their number. */
  readonly variance: number
  readonly logLikelihood: number
  /** Akaike's criterion as corrected by Hurvich and Tsai (1989); the less the better, for equal differencing. */
  readonly aicc: number
  /** Known figures that differencing did not use up. */
  readonly count: number
}

/** What else a model is to hold. */
export interface FitOptions {
  readonly regressors?: readonly (readonly number[])[]
  /** Whether the differenced figures have a mean of their own; not unless said. */
  readonly hasConstant?: boolean
}

/** Figures made ready once for the models of all orders that difference alike. */
export interface Workbench {
  readonly observations: Observations
  readonly judge: Judge
  readonly start: Starter
}

/** How finely the best coefficients are looked for, and from where besides the usual start. */
export interface SearchCare {
  readonly isCoarse?: boolean
  readonly near?: ArmaCoefficients
}

/** Of the simplex method, for each coefficient. */
const ROUGH_STEPS = 60
/** As fine as the numeric slope can tell. */
const FINE = { slopeTolerance: 1e-6, valueTolerance: 1e-12, longestStep: 2 }
/** To about a thousandth of a log-likelihood, which tells models apart. */
const COARSE = { slopeTolerance: 1e-3, valueTolerance: 1e-6, longestStep: 2 }

/**
 * Fits a model of a given order by exact maximum likelihood; null where the figures do not determine it: too few,
 * none that vary, or an order that is none. Missing figures are passed over.
 *
 * @example fitSarimax(passengers.map(Math.log), { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 12 }) // ma -0.40, seasonal ma -0.56
 */
export function fitSarimax(
  values: Figures,
  order: SarimaxOrder,
  { regressors = [], hasConstant = false }: FitOptions = {},
): SarimaxModel | null {
  if (!isOrder(order)) return null
  const observations = observe({ figures: values, regressors, order, hasConstant })
  if (!observations) return null
  return fitOn(makeWorkbench(observations, order.s), order)
}

/** Makes figures ready for models of any order that differences them so. */
export function makeWorkbench(observations: Observations, season: number): Workbench {
  const { judge, start } = { judge: judgeOf(observations), start: starterOf(observations, season) }
  return { observations, judge, start }
}

/** Fits a model of an order on figures made ready for it; null as with `fitSarimax`. */
export function fitOn(
  { observations, judge, start }: Workbench,
  order: SarimaxOrder,
  { isCoarse = false, near }: SearchCare = {},
): SarimaxModel | null {
  const { count, unknownStarts, columns } = observations
  const effects = columns.count - 1 - unknownStarts
  if (count < freeCount(order) + effects + 3) return null
  const likelihoodAt = (free: Float64Array) => {
    const arma = armaProcess(coefficientsAt(free, order), order.s)
    return arma && judge(arma)
  }
  const other = (near && freeNumbersOf(near)) ?? new Float64Array(freeCount(order))
  const free = findBest({ likelihoodAt, count }, [start(order), other], isCoarse)
  return modelAt({ observations, judge }, order, coefficientsAt(free, order))
}

/** The model with these coefficients, all else being the best there is. */
export function modelAt(
  { observations, judge }: Pick<Workbench, 'observations' | 'judge'>,
  order: SarimaxOrder,
  coefficients: ArmaCoefficients,
): SarimaxModel | null {
  const arma = armaProcess(coefficients, order.s)
  const likelihood = arma && judge(arma)
  if (!likelihood) return null
  const { count, unknownStarts, hasConstant } = observations
  const { shares, isTold } = likelihood.regression
  const own = [...shares.subarray(unknownStarts)]
  const told = isTold.slice(unknownStarts, -1).filter(Boolean).length
  const parameters = freeCount(order) + told + 1
  const { deviance, variance } = likelihood
  return {
    ...{ order, coefficients, variance, count },
    constant: hasConstant ? (own[0] ?? 0) + levelInConstant(observations) : null,
    effects: hasConstant ? own.slice(1) : own,
    logLikelihood: -deviance / 2,
    aicc: deviance + (2 * parameters * count) / (count - parameters - 1),
  }
}

interface Task {
  readonly likelihoodAt: (free: Float64Array) => Likelihood | null
  readonly count: number
}

/**
 * From the best of the starts by least squares, for the likelihood is a sum of squares but for its volume: Ansley
 * (1979). Where that comes to no end, by slopes of the likelihood itself, and by the simplex where they lead nowhere.
 */
function findBest(
  { likelihoodAt, count }: Task,
  starts: readonly Float64Array[],
  isCoarse: boolean,
): Float64Array {
  const objective: Objective = (free) => (likelihoodAt(free)?.deviance ?? Number.NaN) / (2 * count)
  const judged = starts.map((start) => ({ start, value: valueAt(objective, start) }))
  const { start } = judged.reduce((least, one) => (one.value < least.value ? one : least))
  const residuals: Residuals = (free, into) => {
    const found = likelihoodAt(free)
    if (!found) return false
    const scale = Math.exp(found.logVolume / (2 * count))
    for (let at = 0; at < into.length; at += 1) into[at] = (found.left[at] ?? 0) * scale
    return true
  }
  const rows = likelihoodAt(start)?.left.length ?? 0
  const squares = leastSquares(residuals, { start, count: rows }, isCoarse ? COARSE : FINE)
  if (isCoarse || squares.hasConverged) return squares.point
  const smooth = lbfgs(objective, squares.point, FINE)
  if (smooth.hasConverged) return smooth.point
  const rough = nelderMead(objective, smooth.point, { maxIterations: ROUGH_STEPS * start.length })
  return rough.value < smooth.value ? rough.point : smooth.point
}
