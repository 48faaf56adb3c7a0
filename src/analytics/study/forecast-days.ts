import { addDays, type Day } from '../../lib/day.ts'
import { intervalOf } from '../forecast/interval.ts'
import type { ShownModel } from './queries.ts'

/** What is expected of a day, and between what it lies at the level asked for. */
export interface ForecastDay {
  readonly day: Day
  readonly mean: number
  readonly lower: number
  readonly upper: number
}

/** How a forecast is asked for. */
export interface AskedForecast {
  /** Days after the last known one, 1 to 365. */
  readonly horizon: number
  /** In percent, 50 to 99. */
  readonly level: number
  /** Whole figures only. */
  readonly whole: boolean
}

/** The days after the last one a model knows; none is below zero where no figure of the history is. */
export function forecastDays(
  model: Pick<ShownModel, 'lastDay' | 'mean' | 'error' | 'hasNegative'>,
  { horizon, level, whole }: AskedForecast,
): ForecastDay[] {
  const outlook = { mean: model.mean.slice(0, horizon), error: model.error.slice(0, horizon) }
  const { mean, lower, upper } = intervalOf(outlook, level, { counts: !model.hasNegative, whole })
  return mean.map((expected, at) => ({
    day: addDays(model.lastDay, at + 1),
    mean: expected,
    lower: lower[at] ?? expected,
    upper: upper[at] ?? expected,
  }))
}
