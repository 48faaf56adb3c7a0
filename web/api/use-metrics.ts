import type { Answer, CallParts } from './call.ts'
import { useAction, useRoute } from './use-route.ts'

/** A series of daily figures by its name. */
export interface SeriesName {
  readonly source: string
  readonly metric: string
}

const MOST = 1000

/** The metrics there are; those of one site where its source is named. */
export function useMetricNames(source?: string) {
  const query = { limit: MOST, ...(source === undefined ? {} : { source_name: source }) }
  return useRoute('listMetricNames', { query }, { isEnabled: source !== '' })
}

/** Sites, each of which has series of its own. */
export function useSiteNames() {
  return useRoute('listSites', { query: { limit: MOST } })
}

/** The figures of a series day by day. */
export function useDailyFigures(
  { source, metric }: SeriesName,
  asked: { readonly agg: string; readonly start_date?: string; readonly end_date?: string },
) {
  const query = { ...asked, source_name: source, metric }
  return useRoute('dailyMetric', { query }, { isEnabled: metric !== '', keepsPrevious: true })
}

/** A way to look for anomalies. */
export type Method = 'robust' | 'rolling' | 'forest' | 'shape'

/** What a judgement told. */
export type Judged = Answer<'robustAnomalies'>

/** A day a judgement found odd. */
export type FoundAnomaly = Judged['items'][number]

/** A series judged by a method with its own parameters, as they stand in the address. */
export function useJudged(
  method: Method,
  asked: Readonly<Record<string, string>> & { readonly metric: string },
) {
  const query = asked as never // the parameters of each method, which the server checks
  const how = (of: Method) => ({ isEnabled: method === of && asked.metric !== '' })
  const answers = {
    robust: useRoute('robustAnomalies', { query }, how('robust')),
    rolling: useRoute('rollingAnomalies', { query }, how('rolling')),
    forest: useRoute('forestAnomalies', { query }, how('forest')),
    shape: useRoute('shapeAnomalies', { query }, how('shape')),
  }
  return answers[method]
}

/** What people say of days of a series. */
export function useVerdicts({ source, metric }: SeriesName) {
  const query = { source_name: source, metric, limit: MOST }
  return useRoute('listVerdicts', { query }, { isEnabled: metric !== '' })
}

/** What is said of a day. */
export type Verdict = Answer<'listVerdicts'>['items'][number]

const JUDGING = [
  ...(['robustAnomalies', 'rollingAnomalies', 'forestAnomalies', 'shapeAnomalies'] as const),
  ...(['listAnomalies', 'listVerdicts'] as const),
]

/** Says something of a day, or takes it back. */
export function useSayVerdict() {
  return useAction('sayVerdict', { renews: JUDGING })
}

/** What is expected of a series. */
export function useForecast(
  { source, metric }: SeriesName,
  asked: { readonly horizon: string; readonly level: string },
) {
  const query: CallParts<'dailyForecast'>['query'] = { ...asked, source_name: source, metric }
  return useRoute('dailyForecast', { query }, { isEnabled: metric !== '' })
}

/** How far a forecast can be relied on. */
export function useReliability({ source, metric }: SeriesName, isEnabled: boolean) {
  return useRoute('forecastReliability', { query: { source_name: source, metric } }, { isEnabled })
}

/** Has a series studied. */
export function useStudy() {
  return useAction('study')
}

/** What a study changes. */
export const STUDIED = [
  ...(['dailyForecast', 'forecastReliability', 'forecastHealth', 'listAnomalies'] as const),
]
