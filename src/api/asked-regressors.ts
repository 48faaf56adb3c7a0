import type { Regressor } from '../analytics/forecast/regressors/regressor.ts'
import type { runForecast } from '../contract/forecast.ts'
import { assertKnownAhead } from '../jobs/analytics/forecast-now.ts'
import { knownMetric } from '../jobs/analytics/known-metric.ts'
import { STUDIED_AGGREGATE } from '../jobs/analytics/study-look.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import type { RouteRequest } from './handle.ts'

type AskedStudy = RouteRequest<typeof runForecast>['body']

/** What a caller names as moving the one metric that is studied; null where they name nothing. */
export async function movedBy(
  app: Api['app'],
  { source, metric }: { readonly source: string | null; readonly metric: string | null },
  asked: AskedStudy,
): Promise<readonly Regressor[] | null> {
  if (!asked?.regressors) return null
  if (metric === null) {
    const message = {
      en: 'regressors move one metric, which is to be named',
      es: 'los regresores mueven una métrica, que hay que indicar',
    }
    throw new AppError('request.invalid', { faults: [{ place: 'query.metric', message }] })
  }
  const known = await knownMetric(app.database, { source, metric })
  const regressors = await Promise.all(asked.regressors.map((each) => askedRegressor(app, each)))
  const name = { source: known.source, metric, aggregate: STUDIED_AGGREGATE } as const
  await assertKnownAhead(app, name, { regressors, horizon: asked.horizon })
  return regressors
}

type AskedRegressor = NonNullable<NonNullable<AskedStudy>['regressors']>[number]

async function askedRegressor({ database }: Api['app'], asked: AskedRegressor): Promise<Regressor> {
  if ('calendar' in asked) return { kind: 'calendar', name: asked.calendar }
  if ('metric' in asked) {
    const { source = null, metric } = asked
    return { kind: 'metric', ...(await seriesNamed(database, { source, metric })) }
  }
  const figures = Object.fromEntries(asked.days.map(({ day, value }) => [day, value]))
  return { kind: 'given', name: asked.name, figures }
}

async function seriesNamed(
  database: Api['app']['database'],
  asked: { readonly source: string | null; readonly metric: string },
) {
  const { source, metric } = await knownMetric(database, asked)
  return { source, metric }
}
