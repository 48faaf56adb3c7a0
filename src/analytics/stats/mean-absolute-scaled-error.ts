import type { Figures } from '../series.ts'
import { meanAbsoluteError } from './mean-absolute-error.ts'

/** What forecasts are measured by: the figures known before them, and their season. */
export interface Yardstick {
  readonly history: Figures
  /** Steps after which the same comes again; 1 measures by the last value. */
  readonly period: number
}

/**
 * The mean absolute error as a multiple of what repeating the last season erred by within the history
 * (MASE); null where nothing is known or the history repeats itself exactly. Hyndman and Koehler (2006).
 *
 * @example meanAbsoluteScaledError([7], [8], { history: [1, 3, 5], period: 1 }) // => 0.5
 */
export function meanAbsoluteScaledError(
  actual: Figures,
  forecast: Figures,
  yardstick: Yardstick,
): number | null {
  const error = meanAbsoluteError(actual, forecast)
  const scale = naiveScale(yardstick)
  return error === null || scale === null || scale === 0 ? null : error / scale
}

/**
 * The mean absolute difference between figures one period apart; null where no two such are known.
 *
 * @example naiveScale({ history: [1, 3, 5], period: 1 }) // => 2
 */
export function naiveScale({ history, period }: Yardstick): number | null {
  return meanAbsoluteError(
    history.slice(period),
    history.slice(0, Math.max(0, history.length - period)),
  )
}
