import { calendarRegressor, type Regressor } from '../../analytics/forecast/regressors/regressor.ts'
import type { Database } from '../../db/database.ts'
import { seriesStore } from '../../events/daily/store.ts'
import { knownMetric } from './known-metric.ts'

/**
 * What somebody names as moving a metric: a day of the week, `weekend`, a metric, or a metric of a source as
 * `source/metric`. Throws `source.not-found`, `metric.not-found`, `metric.ambiguous`.
 */
export async function namedRegressor(database: Database, named: string): Promise<Regressor> {
  const calendar = calendarRegressor(named)
  if (calendar) return calendar
  const known = await seriesStore(database).known({ source: null, metric: null })
  const exact = known.find(({ source, metric }) => `${source}/${metric}` === named)
  if (exact) return metricRegressor(exact)
  const cut = named.lastIndexOf('/')
  const source = cut < 1 ? null : named.slice(0, cut)
  const metric = cut < 1 ? named : named.slice(cut + 1)
  return metricRegressor(await knownMetric(database, { source, metric }))
}

function metricRegressor({ source, metric }: { source: string; metric: string }): Regressor {
  return { kind: 'metric', source, metric }
}
