import type { FastifyInstance } from 'fastify'
import { forecastDays } from '../analytics/study/forecast-days.ts'
import type { ListedModel } from '../analytics/study/queries.ts'
import { studyStore } from '../analytics/study/store.ts'
import type { Lack } from '../analytics/study/study-series.ts'
import { toldRegressors } from '../analytics/study/told-regressors.ts'
import {
  dailyForecast,
  forecastHealth,
  forecastReliability,
  runForecast,
} from '../contract/forecast.ts'
import { seriesStore } from '../events/daily/store.ts'
import { daysBetween } from '../inventory/field/heard.ts'
import { assertReach } from '../jobs/analytics/forecast-now.ts'
import { keptForecast } from '../jobs/analytics/kept-forecast.ts'
import { knownMetric } from '../jobs/analytics/known-metric.ts'
import { lackWords, reliabilityWords } from '../language/forecast-words.ts'
import { type Language, say } from '../language/language.ts'
import { type Day, dayIn } from '../lib/day.ts'
import type { Api } from './api.ts'
import { movedBy } from './asked-regressors.ts'
import { handle } from './handle.ts'
import { readingApi } from './reading-api.ts'
import { assertSeesSource, seenSeries, seenSources } from './seen-source.ts'
import { startJob } from './start-job.ts'

/** What is expected of daily figures, how far that can be relied on, and having it worked out. */
export function forecastRoutes(http: FastifyInstance, api: Api): void {
  const { app } = readingApi(api)
  const { database } = app
  const today = () => dayIn(app.settings.timeZone, app.now())

  handle(http, dailyForecast, async ({ query, language, caller }) => {
    const { source_name: source = null, metric, horizon, level, stale_after: staleAfter } = query
    assertSeesSource(caller, source)
    const model = await keptForecast(app, { source, metric, ...seenSeries(caller) })
    assertReach(model, horizon)
    const items = forecastDays(model, { horizon, level, whole: query.whole === 'true' })
    const told = toldModel(model, { language, today: today(), staleAfter })
    const moved = { regressors: toldRegressors(model), parameters: { ...model.parameters } }
    return { ...told, ...moved, horizon, level, items, total: items.length }
  })

  handle(http, runForecast, async ({ query, body, caller, language, raw }) => {
    const { source_name: source = null, metric = null, anew } = query
    await assertStudied(api, { source, metric })
    const regressors = await movedBy(api.app, { source, metric }, body)
    const job = { task: 'study', source, metric, anew: anew === 'true', regressors } as const
    return startJob(api, job, { caller, language, raw })
  })

  handle(http, forecastReliability, async ({ query, language, caller }) => {
    const { source_name: source = null, metric, stale_after: staleAfter } = query
    assertSeesSource(caller, source)
    const model = await keptForecast(app, { source, metric, ...seenSeries(caller) })
    const { reliability, folds, candidates } = model
    const scored = reliability.kind === 'scored' ? reliability : { held: false, parts: [] }
    return {
      ...toldModel(model, { language, today: today(), staleAfter }),
      text: say(reliabilityWords(reliability), language),
      ...{ held: scored.held, parts: [...scored.parts], folds: [...folds] },
      candidates: candidates.map(({ model: name, mase }) => ({ model: name, mase })),
    }
  })

  handle(http, forecastHealth, async ({ query, language, caller }) => {
    const { source_name: source = null, stale_after: staleAfter, limit, offset } = query
    assertSeesSource(caller, source)
    if (source !== null) await seriesStore(database).assertSource(source)
    const models = await studyStore(database).models(seenSources(caller, source))
    const told = models.map((model) => toldModel(model, { language, today: today(), staleAfter }))
    const rated = (badge: string) => told.filter((model) => model.badge === badge).length
    return {
      ...{ items: told.slice(offset, offset + limit), total: told.length },
      stale: told.filter(({ isStale }) => isStale).length,
      skilled: told.filter(({ isSkilled }) => isSkilled).length,
      badges: { A: rated('A'), B: rated('B'), C: rated('C'), D: rated('D') },
      unrated: told.filter(({ badge }) => badge === null).length,
    }
  })
}

/** A study of a metric takes those of all sources that have it. Throws `source.not-found`, `metric.not-found`. */
export async function assertStudied(
  { app: { database } }: Api,
  { source, metric }: { readonly source: string | null; readonly metric: string | null },
): Promise<void> {
  if (source !== null) await seriesStore(database).assertSource(source)
  if (metric === null) return
  const known = await seriesStore(database).known({ source, metric: null })
  if (known.some((each) => each.metric === metric)) return
  await knownMetric(database, { metric, source })
}

interface Telling {
  readonly language: Language
  readonly today: Day
  /** In days. */
  readonly staleAfter: number
}

function toldModel(model: ListedModel, { language, today, staleAfter }: Telling) {
  const { source, metric, isSkilled, lack, firstDay, lastDay, known, score, badge } = model
  const daysAgo = Math.max(0, daysBetween(lastDay, today))
  return {
    ...{ source, metric, model: model.model, isSkilled, firstDay, lastDay, knownDays: known },
    lack: lack === null ? null : toldLack(lack, language),
    ...{ score, badge, daysAgo, isStale: daysAgo > staleAfter },
    chosenAt: model.chosenAt.toISOString(),
    fittedAt: model.fittedAt.toISOString(),
  }
}

function toldLack({ because, has, needs }: Lack, language: Language) {
  return { because, has, needs, text: say(lackWords({ because, has, needs }), language) }
}
