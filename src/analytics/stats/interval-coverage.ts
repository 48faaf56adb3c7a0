import type { Figures } from '../series.ts'

/** The lower and upper ends of intervals, step by step. */
export interface Bounds {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

/**
 * The share of what came that lies within its interval, ends included, from 0 to 1; steps not known are
 * left out, and null is given where none is left.
 *
 * @example intervalCoverage([5, 9, null], { lower: [4, 4, 4], upper: [6, 6, 6] }) // => 0.5
 */
export function intervalCoverage(actual: Figures, { lower, upper }: Bounds): number | null {
  let inside = 0
  let count = 0
  actual.forEach((value, step) => {
    const low = lower[step]
    const high = upper[step]
    if (value === null || low === undefined || high === undefined) return
    if (value >= low && value <= high) inside += 1
    count += 1
  })
  return count === 0 ? null : inside / count
}
