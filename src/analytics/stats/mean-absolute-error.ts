import type { Figures } from '../series.ts'
import { meanLoss } from './mean-loss.ts'

/**
 * How far forecasts lie from what came, on average, in the unit of the figures; steps where either is
 * not known are left out, and null is given where none is left.
 *
 * @example meanAbsoluteError([10, 12, null], [11, 10, 9]) // => 1.5
 */
export function meanAbsoluteError(actual: Figures, forecast: Figures): number | null {
  return meanLoss(actual, forecast, (value, guess) => Math.abs(value - guess))
}
