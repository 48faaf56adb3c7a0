import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { Anomaly, AnomalyAnswer } from '../analytics/anomaly/anomaly.ts'
import { askedWindow } from '../analytics/study/asked-window.ts'
import { daysOfSeries } from '../analytics/study/days-of-series.ts'
import type { JudgeOrder } from '../analytics/study/judge-now.ts'
import { studyStore } from '../analytics/study/store.ts'
import {
  forestAnomalies,
  listAnomalies,
  listVerdicts,
  robustAnomalies,
  rollingAnomalies,
  sayVerdict,
  shapeAnomalies,
} from '../contract/anomalies.ts'
import { seriesStore } from '../events/daily/store.ts'
import { assertFigure, knownMetric } from '../jobs/analytics/known-metric.ts'
import { judgeOnThread, seriesNow } from '../jobs/analytics/study-now.ts'
import { openStudyPool, type StudyPool } from '../jobs/analytics/study-pool.ts'
import { sayOfDay } from '../jobs/analytics/verdict.task.ts'
import { anomalyReasonWords } from '../language/anomaly-words.ts'
import { type Language, say } from '../language/language.ts'
import { aggregateOf, aggregationOf } from './aggregates.ts'
import type { Api } from './api.ts'
import { askedSpan } from './asked-span.ts'
import type { Caller } from './caller.ts'
import { todayOf } from './fleet/asked-days.ts'
import { handle, type RouteRequest } from './handle.ts'
import { handleRemembered } from './handle-remembered.ts'
import { readingApi } from './reading-api.ts'
import { assertSeesSource, seenSeries, seenSources } from './seen-source.ts'
import { taskContext } from './task-context.ts'

/** Whoever asks for a judgement leaves a processor to the others. */
const THREADS = 2
/** A person who looks at one metric soon looks at the next. */
const IDLE_MS = 60_000

/** What is odd in daily figures, judged as somebody asks or as studies kept it, and what people say of it. */
export function anomalyRoutes(http: FastifyInstance, api: Api): void {
  const { app } = readingApi(api)
  const pool = openStudyPool(THREADS, IDLE_MS)
  http.addHook('onClose', () => pool.close())

  handle(http, rollingAnomalies, async ({ query, language, caller }) => {
    const { window, threshold, min_periods: minPeriods = window } = query
    const options = { window, threshold, minPeriods }
    return judged(
      { app, pool },
      { query, language, caller, judgement: { method: 'rolling', options } },
    )
  })

  handle(http, robustAnomalies, async ({ query, language, caller }) => {
    const { weeks, threshold, small_change: smallChange, small_change_share: share } = query
    const options = {
      ...{ weeks, threshold },
      ...(smallChange === undefined ? {} : { smallChange }),
      ...(share === undefined ? {} : { smallChangeShare: share }),
    }
    return judged(
      { app, pool },
      { query, language, caller, judgement: { method: 'robust', options } },
    )
  })

  handle(http, forestAnomalies, async ({ query, language, caller }) => {
    const { trees, samples: sampleSize, seed, threshold, contamination } = query
    const options = {
      ...{ trees, sampleSize, seed },
      ...(threshold === undefined ? {} : { threshold }),
      ...(contamination === undefined ? {} : { contamination }),
    }
    return judged(
      { app, pool },
      { query, language, caller, judgement: { method: 'forest', options } },
    )
  })

  handle(http, shapeAnomalies, async ({ query, language, caller }) => {
    const { length, threshold } = query
    return judged(
      { app, pool },
      { query, language, caller, judgement: { method: 'shape', options: { length, threshold } } },
    )
  })

  handleRemembered(http, listAnomalies, async ({ query, language, caller }) => {
    const { source_name: source = null, metric = null, limit, offset } = query
    const span = askedSpan(query)
    assertSeesSource(caller, source)
    if (source !== null) await seriesStore(app.database).assertSource(source)
    const among = seenSources(caller, source)
    const asked = { source, among, metric, ...span, limit, offset }
    const { items, total } = await studyStore(app.database).anomalies(asked)
    return {
      items: items.map(({ foundAt, aggregate, verdict, verdictReason, saidBy, ...found }) => ({
        ...toldAnomaly(found, language),
        ...{ source: found.source, metric: found.metric, agg: aggregationOf(aggregate) },
        ...{ verdict, verdictReason, saidBy, foundAt: foundAt.toISOString() },
      })),
      total,
    }
  })

  handle(http, listVerdicts, async ({ query, caller }) => {
    const { source_name: source = null, metric = null, limit, offset } = query
    assertSeesSource(caller, source)
    if (source !== null) await seriesStore(app.database).assertSource(source)
    const of = { sources: seenSources(caller, source), metric }
    const { items, total } = await studyStore(app.database).said(of, { limit, offset })
    return { items: items.map(({ at, ...said }) => ({ ...said, at: at.toISOString() })), total }
  })

  handle(http, sayVerdict, async ({ body, caller, language }) => {
    const { metric, day, verdict, reason } = body
    const { database } = api.app
    const known = await knownMetric(database, { metric, source: body.source ?? null })
    const of = { source: known.source, metric, day }
    if (verdict !== null) await assertFigure(database, of)
    const context = taskContext(api, { caller, language })
    const said = { ...of, verdict, reason, by: context.who.actor }
    const { run, summary } = await sayOfDay(context, said)
    return { run, ...summary }
  })
}

interface Judging {
  readonly query: Pick<
    RouteRequest<typeof rollingAnomalies>['query'],
    'source_name' | 'metric' | 'agg' | 'direction' | 'start_date' | 'end_date'
  >
  readonly judgement: JudgeOrder['judgement']
  readonly language: Language
  readonly caller: Caller | null
}

type Answer = z.input<(typeof rollingAnomalies)['response']>

/** Judges a metric now; keeps nothing. */
async function judged(
  { app, pool }: Pick<Api, 'app'> & { readonly pool: StudyPool },
  { query, judgement, language, caller }: Judging,
): Promise<Answer> {
  const { source_name = null, metric, agg, direction } = query
  const span = askedSpan(query)
  assertSeesSource(caller, source_name)
  if (source_name !== null) await seriesStore(app.database).assertSource(source_name)
  const named = { metric, source: source_name, ...seenSeries(caller) }
  const { source } = await knownMetric(app.database, named)
  const now = await seriesNow(app, { source, metric, aggregate: aggregateOf(agg) })
  const of = now ?? { series: { first: todayOf(app), values: [] }, verdicts: [] }
  const range = daysOfSeries(of.series, span)
  const found = await judgeOnThread(of, { range, direction, judgement }, pool)
  const asked = askedWindow(of.series, span)
  const window = asked && { ...asked, without: [...asked.without] }
  return { source, metric, agg, window, ...toldAnswer(found, language) }
}

function toldAnswer(
  found: AnomalyAnswer,
  language: Language,
): Omit<Answer, 'source' | 'metric' | 'agg' | 'window'> {
  if (found.kind === 'too-few') {
    const { has, needs } = found
    const none = { judgedDays: 0, unjudgedDays: 0, items: [], total: 0 }
    return { state: 'too-few', has, needs, ...none }
  }
  const { anomalies, judgedDays, unjudgedDays } = found
  const items = anomalies.map((each) => toldAnomaly(each, language))
  const counts = { judgedDays, unjudgedDays, has: null, needs: null }
  return { state: 'judged', ...counts, items, total: items.length }
}

function toldAnomaly(
  { day, value, expected, score, direction, method, why }: Omit<Anomaly, 'index'>,
  language: Language,
) {
  const told = { day, value, expected, score, direction, method }
  return { ...told, why: say(anomalyReasonWords(why), language), reason: { ...why } }
}
