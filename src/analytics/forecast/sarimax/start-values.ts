import type { SarimaxOrder } from './arma/order.ts'
import { type ArmaCoefficients, freeNumbersOf } from './arma/stationary-arma.ts'
import { columnOf, emptyColumns } from './filter/columns.ts'
import type { Observations } from './filter/observations.ts'
import { regressInPlace } from './filter/regression.ts'

/** Gives free numbers near which the best process of an order is looked for. */
export type Starter = (order: SarimaxOrder) => Float64Array

/** Coefficients of a start are drawn together by this factor until they are stationary and invertible. */
const DRAW = 0.9
/** Roots of a start lie at least this far out, for there the likelihood is steep enough to move. */
const MARGIN = 1.02

/**
 * Start values by the method of Hannan and Rissanen (1982): surprises are taken from a long autoregression, and
 * the differenced figures regressed on their own past and on that of the surprises.
 */
export function starterOf({ differenced }: Observations, season: number): Starter {
  const copy = { ...differenced, values: differenced.values.slice() }
  regressInPlace(copy)
  const figures = columnOf(copy, copy.count - 1)
  const surprises = longSurprises(figures, season)
  return (order) => startFor(order, figures, surprises)
}

function startFor(
  order: SarimaxOrder,
  figures: Float64Array,
  surprises: Float64Array,
): Float64Array {
  const { p, q, P, Q, s } = order
  const lags = (count: number, step: number) =>
    Array.from({ length: count }, (_, at) => (at + 1) * step)
  const shifted = [
    ...lags(p, 1).map((lag) => ({ from: figures, lag })),
    ...lags(q, 1).map((lag) => ({ from: surprises, lag })),
    ...lags(P, s).map((lag) => ({ from: figures, lag })),
    ...lags(Q, s).map((lag) => ({ from: surprises, lag })),
  ]
  const most = Math.max(0, ...shifted.map(({ lag }) => lag))
  const columns = emptyColumns(shifted.length + 1, Math.max(0, figures.length - most))
  for (const [at, { from, lag }] of shifted.entries()) {
    columnOf(columns, at).set(from.subarray(most - lag, figures.length - lag))
  }
  columnOf(columns, shifted.length).set(figures.subarray(most))
  const { shares } = regressInPlace(columns)
  const part = (from: number, count: number) => shares.slice(from, from + count)
  const found = {
    ar: part(0, p),
    ma: part(p, q),
    seasonalAr: part(p + q, P),
    seasonalMa: part(p + q + P, Q),
  }
  return stableNumbers(found) ?? new Float64Array(p + q + P + Q)
}

/** Draws the coefficients of each polynomial together until all its roots lie outside the unit circle. */
function stableNumbers(found: ArmaCoefficients): Float64Array | null {
  const drawn = {
    ar: drawTogether(found.ar, 1),
    ma: drawTogether(found.ma, -1),
    seasonalAr: drawTogether(found.seasonalAr, 1),
    seasonalMa: drawTogether(found.seasonalMa, -1),
  }
  return freeNumbersOf(drawn)
}

function drawTogether(coefficients: Float64Array, sign: number): Float64Array {
  const none = new Float64Array(0)
  const isStable = (values: Float64Array) => {
    const ar = values.map((value, at) => sign * value * MARGIN ** (at + 1))
    return freeNumbersOf({ ar, ma: none, seasonalAr: none, seasonalMa: none }) !== null
  }
  let drawn = coefficients
  for (let tries = 0; tries < 60 && !isStable(drawn); tries += 1) {
    drawn = drawn.map((value, at) => value * DRAW ** (at + 1))
  }
  return drawn
}

/** What an autoregression over three seasons, solved by Levinson's recursion, leaves of each figure. */
function longSurprises(figures: Float64Array, season: number): Float64Array {
  const order = Math.max(0, Math.min(Math.max(12, 3 * season + 3), Math.floor(figures.length / 4)))
  const coefficients = levinson(autocovariances(figures, order))
  const surprises = new Float64Array(figures.length)
  for (let step = 0; step < figures.length; step += 1) {
    let left = figures[step] ?? 0
    const most = Math.min(order, step)
    for (let back = 1; back <= most; back += 1) {
      left -= (coefficients[back - 1] ?? 0) * (figures[step - back] ?? 0)
    }
    surprises[step] = left
  }
  return surprises
}

function autocovariances(figures: Float64Array, most: number): Float64Array {
  const found = new Float64Array(most + 1)
  for (let lag = 0; lag <= most; lag += 1) {
    let sum = 0
    for (let step = lag; step < figures.length; step += 1) {
      sum += (figures[step] ?? 0) * (figures[step - lag] ?? 0)
    }
    found[lag] = sum
  }
  return found
}

function levinson(covariances: Float64Array): Float64Array {
  const order = covariances.length - 1
  const found = new Float64Array(order)
  let variance = covariances[0] ?? 0
  for (let at = 0; at < order && variance > 0; at += 1) {
    let sum = covariances[at + 1] ?? 0
    for (let back = 0; back < at; back += 1)
      sum -= (found[back] ?? 0) * (covariances[at - back] ?? 0)
    const partial = sum / variance
    for (let low = 0, high = at - 1; low <= high; low += 1, high -= 1) {
      const one = found[low] ?? 0
      const other = found[high] ?? 0
      found[low] = one - partial * other
      found[high] = other - partial * one
    }
    found[at] = partial
    variance *= 1 - partial * partial
  }
  return found
}
