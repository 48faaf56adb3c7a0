import type { SourceMetric } from './queries.ts'

/** The numbers of the metrics that an upload has named so far. */
export interface MetricBook {
  find(metric: SourceMetric): number | undefined
  add(metric: SourceMetric, id: number): void
  /** How many there are. */
  size(): number
  /** Their names, sorted, each once. */
  names(): string[]
}

/** An empty book. */
export function metricBook(): MetricBook {
  const bySource = new Map<string, Map<string, number>>()
  let size = 0
  return {
    find: ({ source, metric }) => bySource.get(source)?.get(metric),
    add({ source, metric }, id) {
      const known = bySource.get(source) ?? new Map<string, number>()
      bySource.set(source, known)
      if (!known.has(metric)) size += 1
      known.set(metric, id)
    },
    size: () => size,
    names: () => [...new Set([...bySource.values()].flatMap((known) => [...known.keys()]))].sort(),
  }
}
