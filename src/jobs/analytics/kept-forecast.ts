import type { SeriesName } from '../../analytics/figures/series-name.ts'
import type { DailySeries } from '../../analytics/series.ts'
import { type FoundModel, studyStore } from '../../analytics/study/store.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { knownMetric, type NamedMetric } from './known-metric.ts'
import { STUDIED_AGGREGATE } from './study-look.ts'
import { seriesNow } from './study-now.ts'

/** What any model takes at least: two days, between which there is a change. */
const FEWEST_DAYS = 2

/**
 * The model that is kept of a metric; works nothing out. Throws `metric.not-found`, `metric.ambiguous`,
 * `forecast.too-few-days` where none can be, and `forecast.not-made` where none is yet.
 */
export async function keptForecast(
  context: Pick<JobContext, 'database' | 'now' | 'settings'>,
  asked: NamedMetric,
): Promise<FoundModel> {
  const { source, metric } = await knownMetric(context.database, asked)
  const name = { source, metric, aggregate: STUDIED_AGGREGATE } as const
  const kept = await studyStore(context.database).find(name)
  if (kept) return kept
  const now = await seriesNow(context, name)
  if (now && knownDays(now.series) >= FEWEST_DAYS) {
    throw new AppError('forecast.not-made', { source, metric })
  }
  throw tooFewDays(name, now?.series ?? { first: '', values: [] })
}

/** Nothing can be expected of a series that has so few days. */
export function tooFewDays(
  { source, metric }: Pick<SeriesName, 'source' | 'metric'>,
  series: DailySeries,
): AppError {
  const has = knownDays(series)
  return new AppError('forecast.too-few-days', { source, metric, has, needs: FEWEST_DAYS })
}

function knownDays({ values }: DailySeries): number {
  return values.filter((value) => value !== null).length
}
