import type { Figures } from '../series.ts'
import type { ShapedSeries } from './choose/backtest.ts'
import { type KeptModel, membersOf } from './choose/choose-model.ts'
import { scaledErrors } from './choose/error-scale.ts'
import { combinationOf } from './combination.ts'
import type { ForecastModel, Outlook } from './forecast-model.ts'
import { naive } from './naive.ts'
import { seasonalNaive } from './seasonal-naive.ts'

/** How far to look, and what is known of the steps to come. */
export interface Reach {
  readonly horizon: number
  /** The known causes on those steps, one array for each. */
  readonly regressors?: readonly (readonly number[])[]
}

/** What a kept model makes of a series. */
export interface Look {
  readonly outlook: Outlook
  /** What it expected of each step so far, knowing those before it. */
  readonly expected: Figures
}

/**
 * Looks ahead with a kept model on the figures as they are now, without a search; null where the model
 * is not among `models` or the figures no longer bear it.
 */
export function lookAhead(
  { kept, models }: { kept: KeptModel; models: readonly ForecastModel[] },
  { values, shape }: ShapedSeries,
  { horizon, regressors }: Reach,
): Look | null {
  const ways = [naive, seasonalNaive, ...models, combinationOf(membersOf(models))]
  const way = ways.find(({ name }) => name === kept.model)
  const fitted = way?.fit(values, shape, kept.parameters) ?? null
  if (fitted === null) return null

  const outlook = scaledErrors(fitted.ahead(horizon, regressors), kept.errorScale)
  return { outlook, expected: fitted.expected }
}
