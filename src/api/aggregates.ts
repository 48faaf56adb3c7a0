import type { Aggregate } from '../analytics/figures/series-name.ts'
import type { Aggregation } from '../contract/metrics.ts'

/** The figures of a day as callers outside name them, and as they are named inside. */
const AGGREGATES: Readonly<Record<Aggregation, Aggregate>> = {
  sum: 'sum',
  avg: 'average',
  count: 'count',
  min: 'min',
  max: 'max',
  distinct: 'subjects',
}

const AGGREGATIONS: Readonly<Record<Aggregate, Aggregation>> = {
  sum: 'sum',
  average: 'avg',
  count: 'count',
  min: 'min',
  max: 'max',
  subjects: 'distinct',
}

export function aggregateOf(aggregation: Aggregation): Aggregate {
  return AGGREGATES[aggregation]
}

export function aggregationOf(aggregate: Aggregate): Aggregation {
  return AGGREGATIONS[aggregate]
}
