import type { Minimum } from './minimum.ts'

/** Writes what is left at a point, one number for each thing to be met; false where the point has none. */
export type Residuals = (point: Float64Array, into: Float64Array) => boolean

/** How long and how finely to search. */
export interface LeastSquaresOptions {
  /** The search ends where no coordinate changes the logarithm of half the sum of squares by more than this. */
  readonly slopeTolerance?: number
  /** The search ends where a step takes off less than this share of the sum. */
  readonly valueTolerance?: number
  /** No coordinate moves further than this in a step. */
  readonly longestStep?: number
  readonly maxIterations?: number
}

/** Slopes of all residuals by all coordinates, boiled down to what a step asks for. */
interface Normal {
  readonly product: Float64Array
  readonly slope: Float64Array
}

interface Damping {
  value: number
}

/** Near the root of the precision of a number, where the error of one-sided differences is least. */
const STEP = 1e-7
const MOST_TRIES = 12

/**
 * Makes the sum of squares of many residuals small, its half being the value: Levenberg (1944), Marquardt (1963),
 * the damping as by More (1978) in units of each coordinate; slopes by one-sided differences.
 *
 * @example leastSquares((x, into) => { into[0] = x[0] - 2; return true }, { start: Float64Array.of(0), count: 1 }).point // => [2]
 */
export function leastSquares(
  residuals: Residuals,
  { start, count }: { readonly start: Float64Array; readonly count: number },
  options: LeastSquaresOptions = {},
): Minimum {
  const { slopeTolerance = 1e-6, valueTolerance = 1e-12, maxIterations = 60 } = options
  const { longestStep = Number.POSITIVE_INFINITY } = options
  const jacobian = new Float64Array(count * start.length)
  const damping: Damping = { value: 1e-3 }
  let point: Float64Array = start.slice()
  let left = new Float64Array(count)
  let other = new Float64Array(count)
  if (!residuals(point, left)) {
    return { point, value: Number.POSITIVE_INFINITY, hasConverged: false, iterations: 0 }
  }
  let sum = squareSum(left)
  for (let iterations = 0; iterations < maxIterations; iterations += 1) {
    differentiate(residuals, { point, left, jacobian })
    const normal = normalOf(jacobian, left, start.length)
    const found = (hasConverged: boolean) => ({ point, value: sum / 2, hasConverged, iterations })
    if (sum === 0 || largest(normal.slope) <= slopeTolerance * sum) return found(true)
    const next = shorterStep(residuals, { point, normal, damping, longestStep, sum, into: other })
    if (!next) return found(false)
    const gained = (sum - next.sum) / sum
    const kept = other
    other = left
    left = kept
    point = next.point
    sum = next.sum
    if (gained <= valueTolerance) return found(true)
  }
  return { point, value: sum / 2, hasConverged: false, iterations: maxIterations }
}

interface Slopes {
  readonly point: Float64Array
  readonly left: Float64Array
  readonly jacobian: Float64Array
}

/** A coordinate that leads to no value counts as one that changes nothing. */
function differentiate(residuals: Residuals, { point, left, jacobian }: Slopes): void {
  const count = left.length
  for (let at = 0; at < point.length; at += 1) {
    const column = jacobian.subarray(at * count, (at + 1) * count)
    const here = point[at] ?? 0
    const step = STEP * Math.max(1, Math.abs(here))
    point[at] = here + step
    const hasValue = residuals(point, column)
    point[at] = here
    for (let row = 0; row < count; row += 1) {
      column[row] = hasValue ? ((column[row] ?? 0) - (left[row] ?? 0)) / step : 0
    }
  }
}

function normalOf(jacobian: Float64Array, left: Float64Array, size: number): Normal {
  const count = left.length
  const product = new Float64Array(size * size)
  const slope = new Float64Array(size)
  for (let i = 0; i < size; i += 1) {
    const one = jacobian.subarray(i * count, (i + 1) * count)
    slope[i] = dot(one, left)
    for (let j = 0; j <= i; j += 1) {
      const value = dot(one, jacobian.subarray(j * count, (j + 1) * count))
      product[i * size + j] = value
      product[j * size + i] = value
    }
  }
  return { product, slope }
}

interface Attempt {
  readonly point: Float64Array
  readonly normal: Normal
  readonly damping: Damping
  readonly longestStep: number
  readonly sum: number
  readonly into: Float64Array
}

/** Damps the step until it makes the sum smaller; null where none does. */
function shorterStep(
  residuals: Residuals,
  { point, normal, damping, longestStep, sum, into }: Attempt,
): { point: Float64Array; sum: number } | null {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const step = solve(normal, damping.value)
    const share = step === null ? 0 : Math.min(1, longestStep / largest(step))
    if (step !== null) {
      const next = point.map((value, at) => value + share * (step[at] ?? 0))
      const reached = residuals(next, into) ? squareSum(into) : Number.POSITIVE_INFINITY
      if (reached < sum) {
        damping.value = Math.max(1e-9, damping.value / 10)
        return { point: next, sum: reached }
      }
    }
    damping.value *= 8
  }
  return null
}

/** The step that solves the damped normal equations, by Cholesky's method; null where they are not definite. */
function solve({ product, slope }: Normal, damping: number): Float64Array | null {
  const size = slope.length
  const factor = new Float64Array(size * size)
  const step = new Float64Array(size)
  let top = 0
  for (let i = 0; i < size; i += 1) top = Math.max(top, product[i * size + i] ?? 0)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let value = product[i * size + j] ?? 0
      if (i === j) value += damping * Math.max(value, 1e-6 * top)
      for (let k = 0; k < j; k += 1) {
        value -= (factor[i * size + k] ?? 0) * (factor[j * size + k] ?? 0)
      }
      if (i === j && !(value > 0)) return null
      factor[i * size + j] = i === j ? Math.sqrt(value) : value / (factor[j * size + j] ?? 1)
    }
  }
  for (let i = 0; i < size; i += 1) {
    let value = -(slope[i] ?? 0)
    for (let k = 0; k < i; k += 1) value -= (factor[i * size + k] ?? 0) * (step[k] ?? 0)
    step[i] = value / (factor[i * size + i] ?? 1)
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    let value = step[i] ?? 0
    for (let k = i + 1; k < size; k += 1) value -= (factor[k * size + i] ?? 0) * (step[k] ?? 0)
    step[i] = value / (factor[i * size + i] ?? 1)
  }
  return step
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function squareSum(values: Float64Array): number {
  return dot(values, values)
}

function largest(values: Float64Array): number {
  let most = 0
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, Math.abs(values[at] ?? 0))
  return most
}
