import type { Figures } from '../series.ts'
import { meanLoss } from './mean-loss.ts'

/**
 * The root of the mean square of forecast errors, in the unit of the figures; steps where either is not
 * known are left out, and null is given where none is left.
 *
 * @example rootMeanSquaredError([10, 12, null], [11, 10, 9]) // => 1.58
 */
export function rootMeanSquaredError(actual: Figures, forecast: Figures): number | null {
  const square = meanLoss(actual, forecast, (value, guess) => (value - guess) ** 2)
  return square === null ? null : Math.sqrt(square)
}
