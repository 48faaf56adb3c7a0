import { median } from './median.ts'

/**
 * The median of the distances from the median, as it is: not yet comparable to a standard deviation. See
 * Hampel (1974). At most the largest number there is. Throws a `RangeError` for no values.
 *
 * @example medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9]) // => 1
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const center = median(values)
  const distances = Float64Array.from(values, (value) => Math.abs(value - center))
  return Math.min(median(distances), Number.MAX_VALUE)
}
