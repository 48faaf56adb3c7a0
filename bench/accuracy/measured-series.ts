import type { ModelName } from '../../src/analytics/forecast/forecast-model.ts'
import { type Expected, type Forecasts, forecastAll, METHODS, type Method } from './methods.ts'
import type { PublicSeries } from './public-series.ts'
import { type Holdout, holdOut, type Score, scoreOf } from './score.ts'

/** How every method did on one series. */
export interface MeasuredSeries {
  readonly series: PublicSeries
  readonly scores: Readonly<Record<Method, Score>>
  /** Methods that could not tell, for which the last value stands in. */
  readonly stoodIn: readonly Method[]
  /** The model that was chosen, and whether it was found to beat the naive ones. */
  readonly chosen: ModelName | null
  readonly skilled: boolean
  /** Methods whose forecast or interval leaves all bounds, with how many ranges of the history it reaches. */
  readonly wild: readonly { readonly method: Method; readonly reach: number }[]
}

/** A mean or an end of 95 % further than this many ranges of the history from its middle is worth a look. */
const WILD = 3
const REACH_95 = 1.96

/** Forecasts the held-out end of a series in every way, and scores it. */
export function measureSeries(series: PublicSeries): MeasuredSeries {
  const { period, horizon } = series.frequency
  const holdout = holdOut(series.values, period, horizon)
  const forecasts = forecastAll({ values: holdout.history, shape: { period } }, horizon)
  const { by, choice } = forecasts
  return {
    series,
    scores: scoresOf(forecasts, holdout),
    stoodIn: METHODS.filter((method) => by[method] === null),
    chosen: choice.kind === 'unknown' ? null : choice.kept.model,
    skilled: choice.kind === 'skilled',
    wild: METHODS.flatMap((method) => {
      const expected = by[method]
      const reach = expected === null ? 0 : reachOf(expected, holdout)
      return reach > WILD ? [{ method, reach }] : []
    }),
  }
}

function scoresOf({ by }: Forecasts, holdout: Holdout): Record<Method, Score> {
  const last = by.naive
  if (last === null) throw new RangeError('not even the last value can be told')
  const score = (method: Method) => scoreOf(by[method] ?? last, holdout)
  return {
    ...{ naive: score('naive'), 'seasonal-naive': score('seasonal-naive') },
    ...{ 'naive-2': score('naive-2'), theta: score('theta'), 'damped-ets': score('damped-ets') },
    ...{ sarimax: score('sarimax'), combination: score('combination') },
    automatic: score('automatic'),
  }
}

/** How far a forecast or an end of its interval lies from the middle of the history, in ranges of the history. */
function reachOf({ mean, error }: Expected, { history }: Holdout): number {
  const known = history.filter((value) => value !== null)
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const middle = (least + most) / 2
  const reaches = mean.map(
    (value, step) => Math.abs(value - middle) + REACH_95 * (error?.[step] ?? 0),
  )
  return Math.max(...reaches) / (most - least)
}
