import type { Figures } from '../series.ts'
import { meanLoss } from './mean-loss.ts'

/**
 * How far forecasts lie from what came, on average, in percent of the middle of the two sizes (sMAPE, 0
 * to 200), as in the M4 competition: Makridakis, Spiliotis and Assimakopoulos (2020). A forecast of 0
 * for a 0 counts as exact; steps where either is not known are left out; null where none is left.
 *
 * @example symmetricPercentageError([10, 0], [12, 0]) // => 9.09
 */
export function symmetricPercentageError(actual: Figures, forecast: Figures): number | null {
  return meanLoss(actual, forecast, (value, guess) =>
    value === guess ? 0 : (200 * Math.abs(value - guess)) / (Math.abs(value) + Math.abs(guess)),
  )
}
