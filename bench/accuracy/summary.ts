import type { MeasuredSeries } from './measured-series.ts'
import type { Method } from './methods.ts'
import type { Score } from './score.ts'

/** How a method did over several series. */
export interface Summary extends Score {
  /** The mean of its sMAPE and its MASE, each over that of Naive2: Makridakis et al. (2020). */
  readonly owa: number
}

/** Means over all series, each series counting as much as another; throws a RangeError where there is none. */
export function summaryOf(measured: readonly MeasuredSeries[], method: Method): Summary {
  const own = meansOf(measured, method)
  const two = meansOf(measured, 'naive-2')
  return { ...own, owa: (own.smape / two.smape + own.mase / two.mase) / 2 }
}

/** On how many series a method came nearer than another, by MASE, and on how many equally near. */
export function duelOf(measured: readonly MeasuredSeries[], method: Method, other: Method) {
  const gains = measured.map(({ scores }) => scores[other].mase - scores[method].mase)
  return {
    nearer: gains.filter((gain) => gain > 0).length,
    even: gains.filter((gain) => gain === 0).length,
  }
}

function meansOf(measured: readonly MeasuredSeries[], method: Method): Score {
  if (measured.length === 0) throw new RangeError('nothing was measured')
  const scores = measured.map((each) => each.scores[method])
  return {
    smape: mean(scores.map(({ smape }) => smape)),
    mase: mean(scores.map(({ mase }) => mase)),
    within80: meanIfAny(scores.map(({ within80 }) => within80)),
    within95: meanIfAny(scores.map(({ within95 }) => within95)),
  }
}

function meanIfAny(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : mean(known)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
