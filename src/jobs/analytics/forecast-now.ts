import type { SeriesName } from '../../analytics/figures/series-name.ts'
import { type Causes, layCauses } from '../../analytics/forecast/regressors/causes.ts'
import type { Regressor } from '../../analytics/forecast/regressors/regressor.ts'
import { modelNow, type ShownForecast } from '../../analytics/study/model-now.ts'
import { addDays } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { tooFewDays } from './kept-forecast.ts'
import { assertAhead, figuredRegressors } from './regressor-figures.ts'
import { foretellOnThread, type SeriesNow, seriesNow } from './study-now.ts'

/** What moves a metric, and for how many days to come it must be known. */
export interface WishedRegressors {
  readonly regressors: readonly Regressor[]
  readonly horizon: number
}

type Context = Pick<JobContext, 'database' | 'now' | 'settings'>

/**
 * Works out a model of a series for one answer and keeps nothing. Throws `forecast.too-few-days`,
 * `regressor.days-missing`.
 */
export async function forecastNow(
  context: Context,
  name: SeriesName,
  wished: WishedRegressors,
): Promise<ShownForecast> {
  const now = await seriesNow(context, name)
  const series = now?.series ?? { first: '', values: [] }
  if (!now) throw tooFewDays(name, series)
  const causes = await wishedCauses(context, now, wished)
  const { regressors } = wished
  const model = modelNow(
    { ...name, series, regressors, causes },
    await foretellOnThread(now, causes),
  )
  if (model) return model
  throw tooFewDays(name, series)
}

/** Throws `regressor.days-missing` where a regressor is not known as far ahead of a metric as is wished. */
export async function assertKnownAhead(
  context: Context,
  name: SeriesName,
  wished: WishedRegressors,
): Promise<void> {
  const now = await seriesNow(context, name)
  if (!now) throw tooFewDays(name, { first: '', values: [] })
  await wishedCauses(context, now, wished)
}

/** Throws `forecast.beyond-regressors` where a model that is kept does not know what moves the metric so far ahead. */
export function assertReach(
  { source, metric, mean }: Pick<ShownForecast, 'source' | 'metric' | 'mean'>,
  horizon: number,
): void {
  if (horizon <= mean.length) return
  throw new AppError('forecast.beyond-regressors', { source, metric, has: mean.length, horizon })
}

async function wishedCauses(
  { database }: Context,
  { series }: SeriesNow,
  { regressors, horizon }: WishedRegressors,
): Promise<Causes | null> {
  if (regressors.length === 0) return null
  const { first, values } = series
  const last = addDays(first, values.length - 1)
  const span = { from: first, to: last, ahead: horizon }
  const figured = await figuredRegressors(database, regressors, span)
  assertAhead(figured, { last, horizon })
  return layCauses(series, figured, horizon)
}
