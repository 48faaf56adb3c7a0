import { median } from './median.ts'
import { medianAbsoluteDeviation } from './median-absolute-deviation.ts'

/** Makes the median absolute deviation of normal figures comparable to their standard deviation. */
export const MAD_TO_SIGMA = 1.4826

/**
 * How many robust standard deviations `x` lies from the median of `history`, or null where half of the
 * history or more is one value. See Iglewicz and Hoaglin (1993). Throws a `RangeError` for no history.
 *
 * @example robustZScore(9, [4, 5, 5, 6, 7]) // => 2.70
 */
export function robustZScore(x: number, history: ArrayLike<number>): number | null {
  const spread = medianAbsoluteDeviation(history)
  return spread === 0 ? null : (x - median(history)) / (MAD_TO_SIGMA * spread)
}
