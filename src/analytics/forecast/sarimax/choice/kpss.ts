/** Above this a series is not stationary about a level, with an error of 5 %: their table 1. */
export const KPSS_LIMIT = 0.463

/**
 * How far a series wanders from its level: the statistic of Kwiatkowski, Phillips, Schmidt and Shin (1992) with
 * 3 sqrt(n) / 13 lags, cut to a whole number, weighted as by Bartlett. 0 where the series does not vary.
 *
 * @example kpss([1, 2, 3, 4, 5, 6, 7, 8]) // => 0.8125
 */
export function kpss(values: ArrayLike<number>): number {
  const count = values.length
  let mean = 0
  for (let at = 0; at < count; at += 1) mean += (values[at] ?? 0) / count
  const left = Float64Array.from(values, (value) => value - mean)
  const lags = Math.trunc((3 * Math.sqrt(count)) / 13)
  let wandered = 0
  let sum = 0
  for (let at = 0; at < count; at += 1) {
    sum += left[at] ?? 0
    wandered += sum * sum
  }
  let variance = productSum(left, 0)
  for (let lag = 1; lag <= lags; lag += 1) {
    variance += 2 * (1 - lag / (lags + 1)) * productSum(left, lag)
  }
  return variance > 0 ? wandered / (count * variance) : 0
}

function productSum(values: Float64Array, lag: number): number {
  let sum = 0
  for (let at = lag; at < values.length; at += 1) sum += (values[at] ?? 0) * (values[at - lag] ?? 0)
  return sum
}
