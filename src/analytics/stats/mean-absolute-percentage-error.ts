import type { Figures } from '../series.ts'
import { meanLoss } from './mean-loss.ts'

/**
 * How far forecasts lie from what came, on average, in percent of what came (MAPE); steps where what
 * came is 0, or where either is not known, are left out, and null is given where none is left.
 *
 * @example meanAbsolutePercentageError([10, 0, 20], [11, 5, 18]) // => 10
 */
export function meanAbsolutePercentageError(actual: Figures, forecast: Figures): number | null {
  return meanLoss(actual, forecast, (value, guess) =>
    value === 0 ? null : 100 * Math.abs((value - guess) / value),
  )
}
