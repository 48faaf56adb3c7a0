import type { FastifyInstance } from 'fastify'
import {
  type Aggregation,
  dailyMetric,
  exportMetrics,
  listMetricNames,
  recomputeMetrics,
} from '../contract/metrics.ts'
import type { DailyFigure, KnownMetric } from '../events/daily/queries.ts'
import { seriesStore } from '../events/daily/store.ts'
import { knownMetric, metricNotFound } from '../jobs/analytics/known-metric.ts'
import { dailyFiguresCsv } from '../reports/daily-figures-csv.task.ts'
import type { Api } from './api.ts'
import { askedSpan } from './asked-span.ts'
import { handle, handleFile } from './handle.ts'
import { handleRemembered } from './handle-remembered.ts'
import { readingApi } from './reading-api.ts'
import { assertSeesSource, seenSeries } from './seen-source.ts'
import { startJob } from './start-job.ts'

/** Daily figures, as they are and as a file, and having them worked out anew. */
export function metricRoutes(http: FastifyInstance, api: Api): void {
  const { database } = readingApi(api).app
  const store = seriesStore(database)

  handleRemembered(http, listMetricNames, async ({ query, caller }) => {
    const { source_name: source = null, by_site: bySite, limit, offset } = query
    assertSeesSource(caller, source)
    if (source !== null) await store.assertSource(source)
    const all = bySite === 'true' ? ({ sites: 'all' } as const) : {}
    const known = await store.known({ source, metric: null, ...all, ...seenSeries(caller) })
    return { items: known.slice(offset, offset + limit), total: known.length }
  })

  handleRemembered(http, dailyMetric, async ({ query, caller }) => {
    const { source_name: source, metric, agg } = query
    const span = askedSpan(query)
    assertSeesSource(caller, source)
    await store.assertSource(source)
    const [found] = await store.days({ metrics: [{ source, metric }], ...span })
    if (!found) await knownMetric(database, { source, metric }) // known, but not on these days
    const items = (found?.days ?? []).map((figure) => {
      const exact = FIGURES[agg](figure)
      return { day: figure.day, value: Number(exact), exact }
    })
    return { source, metric, agg, items, total: items.length }
  })

  handleFile(http, exportMetrics, async ({ query, caller }) => {
    const { source_name: source = null, metric = null } = query
    const span = askedSpan(query)
    assertSeesSource(caller, source)
    if (source !== null) await store.assertSource(source)
    const seen = { source, metric: null, ...seenSeries(caller) }
    const known = named(await store.known(seen), metric)
    return { fileName: fileName(source, metric), content: dailyFiguresCsv(store, known, span) }
  })

  handle(http, recomputeMetrics, async ({ query, caller, language, raw }) => {
    const { source_name: source = null } = query
    const days = { source, ...askedSpan(query) }
    if (source !== null) await seriesStore(api.app.database).assertSource(source)
    return startJob(api, { task: 'recompute', ...days }, { caller, language, raw })
  })
}

const FIGURES: Readonly<Record<Aggregation, (of: DailyFigure) => string>> = {
  sum: ({ sum }) => sum,
  avg: ({ average }) => average,
  count: ({ count }) => String(count),
  min: ({ min }) => min,
  max: ({ max }) => max,
  distinct: ({ subjects }) => String(subjects),
}

function named(known: readonly KnownMetric[], metric: string | null): readonly KnownMetric[] {
  if (metric === null) return known
  const found = known.filter((each) => each.metric === metric)
  if (found.length === 0) throw metricNotFound(metric, known)
  return found
}

function fileName(...names: readonly (string | null)[]): string {
  const told = names.filter((name) => name !== null)
  return `${['metrics', ...told].join('-').replace(/[^\p{L}\p{N}._-]+/gu, '_')}.csv`
}
