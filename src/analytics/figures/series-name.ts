/** By which figure of a day a metric is looked at. */
export const AGGREGATES = ['sum', 'average', 'count', 'min', 'max', 'subjects'] as const

export type Aggregate = (typeof AGGREGATES)[number]

/** A daily series: a metric of a source, by one of its figures. */
export interface SeriesName {
  readonly source: string
  readonly metric: string
  readonly aggregate: Aggregate
}
