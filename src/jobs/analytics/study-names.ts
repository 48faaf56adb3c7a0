import type { SeriesName } from '../../analytics/figures/series-name.ts'
import { OWN_SOURCE, siteSource } from '../../events/daily/site-source.ts'
import { seriesStore } from '../../events/daily/store.ts'
import type { JobContext } from '../context.ts'
import { metricNotFound } from './known-metric.ts'
import { STUDIED_AGGREGATE } from './study-look.ts'

/** Metrics that are studied site by site: what a site is asked about, and no more of it than can be read. */
const AT_SITES: readonly string[] = [
  ...['devices.total', 'devices.servers', 'devices.workstations', 'devices.spare'],
  ...['devices.billable', 'devices.distinct', 'findings.open', 'quality.score'],
]

/** The series of a source and a metric (null: of all), sites left out unless one is named. Throws `metric.not-found`. */
export async function namesOf(
  { database }: Pick<JobContext, 'database'>,
  source: string | null,
  metric: string | null,
): Promise<SeriesName[]> {
  const known = await seriesStore(database).known({ source, metric })
  const asked = known.filter((each) => metric === null || each.metric === metric)
  if (metric !== null && asked.length === 0) throw metricNotFound(metric, known)
  return asked.map((each) => named(each.source, each.metric))
}

/** The series of sites that a study of everything looks at, site by site; some may have no day. */
export async function siteNames({ database }: Pick<JobContext, 'database'>): Promise<SeriesName[]> {
  const store = seriesStore(database)
  const places = await store.places()
  if (places.length === 0) return []
  const own = await store.known({ source: OWN_SOURCE, metric: null })
  const metrics = own.map(({ metric }) => metric).filter((metric) => AT_SITES.includes(metric))
  return places.flatMap((place) => metrics.map((metric) => named(siteSource(place), metric)))
}

function named(source: string, metric: string): SeriesName {
  return { source, metric, aggregate: STUDIED_AGGREGATE }
}
