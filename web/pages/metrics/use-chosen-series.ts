import { type SeriesName, useMetricNames } from '../../api/use-metrics.ts'
import { useFilters } from '../../ui/use-filters.ts'

/** The figures of a day one can choose among. */
export const AGGREGATIONS = ['sum', 'avg', 'count', 'min', 'max', 'distinct'] as const

/** The series, days and figure the address asks for; the first there is where it names none. */
export function useChosenSeries() {
  const { filters } = useFilters()
  const all = useMetricNames()
  const first = all.data?.items[0]
  const source = filters.source ?? first?.source ?? ''
  const ofSource = useMetricNames(source)
  const named = ofSource.data?.items ?? []
  const found = named.find(({ metric }) => metric === filters.metric)
  const known = found ?? (filters.metric === undefined ? named[0] : undefined)
  const metric = filters.metric ?? known?.metric ?? ''
  const agg = AGGREGATIONS.find((each) => each === filters.agg) ?? 'sum'
  const series: SeriesName = { source, metric }
  const span = {
    ...(filters.from ? { start_date: filters.from } : {}),
    ...(filters.to ? { end_date: filters.to } : {}),
  }
  return { series, agg, span, known, all, metrics: named }
}

/** What the address asks for. */
export type ChosenSeries = ReturnType<typeof useChosenSeries>
