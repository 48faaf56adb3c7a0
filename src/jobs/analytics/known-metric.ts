import type { Database } from '../../db/database.ts'
import type { KnownMetric } from '../../events/daily/queries.ts'
import { seriesStore } from '../../events/daily/store.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'

/** How many names are told where one is not known. */
const TOLD = 10

/** A metric as somebody names it. */
export interface NamedMetric {
  readonly metric: string
  /** Null where nobody said: then it is of events, or of all sites together. */
  readonly source: string | null
  /** Where nobody said: it is one of these sites, of which alone may be told. */
  readonly sites?: readonly string[]
}

/** A metric by its name. Throws `source.not-found`, `metric.not-found`, `metric.ambiguous`. */
export async function knownMetric(
  database: Database,
  { metric, source, sites }: NamedMetric,
): Promise<KnownMetric> {
  const within = { source, ...(sites ? { sites } : {}) }
  const series = seriesStore(database)
  if (source !== null) await series.assertSource(source)
  const found = await series.known({ ...within, metric })
  const [first] = found
  if (first === undefined)
    throw metricNotFound(metric, await series.known({ ...within, metric: null }))
  if (found.length === 1) return first
  throw new AppError('metric.ambiguous', { metric, sources: found.map((each) => each.source) })
}

/** Nothing is known of a metric; names some that there are. */
export function metricNotFound(metric: string, known: readonly KnownMetric[]): AppError {
  const names = [...new Set(known.map((each) => each.metric))].slice(0, TOLD)
  return new AppError('metric.not-found', { metric, known: names })
}

/** Throws `metric.no-figure` for a day of which there is nothing to say. */
export async function assertFigure(
  database: Database,
  { source, metric, day }: { readonly source: string; readonly metric: string; readonly day: Day },
): Promise<void> {
  const asked = { metrics: [{ source, metric }], from: day, to: day }
  const [found] = await seriesStore(database).days(asked)
  if (found) return
  const { first, last } = await knownMetric(database, { source, metric })
  throw new AppError('metric.no-figure', { source, metric, day, first, last })
}
