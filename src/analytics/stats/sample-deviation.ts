import { mean } from './mean.ts'

/**
 * The standard deviation of a sample, with n - 1 below the fraction; just 0 where all values are equal.
 * Never beyond the largest number there is, nor 0 where values differ. Throws a `RangeError` for fewer than two values.
 *
 * @example sampleDeviation([2, 4, 4, 4, 5, 5, 7, 9]) // => 2.138
 */
export function sampleDeviation(values: ArrayLike<number>): number {
  const count = values.length
  if (count < 2) throw new RangeError('fewer than two values have no sample deviation')
  if (areEqual(values)) return 0
  const squares = squaresAround(values, 1)
  if (squares > Number.MIN_VALUE / Number.EPSILON && Number.isFinite(squares)) {
    return Math.sqrt(squares / (count - 1))
  }
  const scale = largest(values) // squares of these are too large or too small for a number
  const scaled = Math.sqrt(squaresAround(values, scale) / (count - 1))
  return Math.max(Number.MIN_VALUE, Math.min(scaled * scale, Number.MAX_VALUE))
}

function areEqual(values: ArrayLike<number>): boolean {
  for (let at = 1; at < values.length; at += 1) if (values[at] !== values[0]) return false
  return true
}

/** The sum of squared distances from the mean, all divided by `scale` before. */
function squaresAround(values: ArrayLike<number>, scale: number): number {
  const center = mean(values) / scale
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += ((values[at] ?? 0) / scale - center) ** 2
  return sum
}

function largest(values: ArrayLike<number>): number {
  let most = 0
  for (let at = 0; at < values.length; at += 1) most = Math.max(most, Math.abs(values[at] ?? 0))
  return most
}
