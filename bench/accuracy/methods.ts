import type { ShapedSeries } from '../../src/analytics/forecast/choose/backtest.ts'
import {
  type Choice,
  chooseModel,
  membersOf,
} from '../../src/analytics/forecast/choose/choose-model.ts'
import { scaledErrors } from '../../src/analytics/forecast/choose/error-scale.ts'
import { combinationOf } from '../../src/analytics/forecast/combination.ts'
import { dampedEts } from '../../src/analytics/forecast/damped-ets.ts'
import type { ForecastModel, Outlook } from '../../src/analytics/forecast/forecast-model.ts'
import { lookAhead } from '../../src/analytics/forecast/look-ahead.ts'
import { naive } from '../../src/analytics/forecast/naive.ts'
import { sarimax } from '../../src/analytics/forecast/sarimax/sarimax.ts'
import { seasonalNaive } from '../../src/analytics/forecast/seasonal-naive.ts'
import { theta } from '../../src/analytics/forecast/theta/theta.ts'
import { naiveTwo } from './naive-two.ts'

/** What is compared, from the simplest on. */
export const METHODS = [
  'naive',
  'seasonal-naive',
  'naive-2',
  'theta',
  'damped-ets',
  'sarimax',
  'combination',
  'automatic',
] as const

export type Method = (typeof METHODS)[number]

/** What a method expects; without `error` where it tells no interval. */
export interface Expected {
  readonly mean: readonly number[]
  readonly error: readonly number[] | null
}

/** What all methods expect of one series. */
export interface Forecasts {
  /** Null where a method cannot tell. */
  readonly by: Readonly<Record<Method, Expected | null>>
  readonly choice: Choice
}

/** What a study tries beside the naive models. */
const MODELS: readonly ForecastModel[] = [theta, dampedEts, sarimax]

/** Looks ahead in every way; the models with the errors they were found to make in folds, as Muster shows them. */
export function forecastAll(series: ShapedSeries, horizon: number): Forecasts {
  const choice = chooseModel(series, { models: MODELS, horizon })
  const ways = [naive, seasonalNaive, ...MODELS, combinationOf(membersOf(MODELS))]
  const of = (method: Method): Expected | null => {
    const fitted = ways.find(({ name }) => name === method)?.fit(series.values, series.shape)
    return fitted ? sound(scaledErrors(fitted.ahead(horizon), errorScaleOf(choice, method))) : null
  }
  const two = naiveTwo(series.values, series.shape, horizon)
  const by = {
    naive: of('naive'),
    'seasonal-naive': of(series.shape.period > 1 ? 'seasonal-naive' : 'naive'),
    'naive-2': two && { mean: two, error: null },
    ...{ theta: of('theta'), 'damped-ets': of('damped-ets'), sarimax: of('sarimax') },
    ...{ combination: of('combination'), automatic: automatic(choice, series, horizon) },
  }
  return { by, choice }
}

/** The model that was chosen, as a study uses it. */
function automatic(choice: Choice, series: ShapedSeries, horizon: number): Expected | null {
  if (choice.kind === 'unknown') return null
  const look = lookAhead({ kept: choice.kept, models: MODELS }, series, { horizon })
  return look && sound(look.outlook)
}

function errorScaleOf(choice: Choice, method: Method): number {
  if (choice.kind === 'unknown') return 1
  return choice.candidates.find(({ model }) => model === method)?.errorScale ?? 1
}

function sound(outlook: Outlook): Outlook | null {
  const all = [...outlook.mean, ...outlook.error]
  return all.every(Number.isFinite) ? outlook : null
}
