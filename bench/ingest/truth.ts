import { DAYS, dayText, decimal, type EventRow, METRICS, SUBJECTS } from './event-rows.ts'

/** What a metric comes to on a day. */
export interface DayFigure {
  readonly metric: string
  readonly day: string
  readonly count: number
  /** An exact decimal with two places. */
  readonly sum: string
  /** Different ones. */
  readonly subjects: number
}

/** What a metric comes to in all. */
export type MetricFigure = Pick<DayFigure, 'metric' | 'count' | 'sum'>

/** What the events of a file truly come to, counted while it is written. */
export interface Truth {
  add(row: EventRow): void
  /** In the order of metric and day. */
  days(): DayFigure[]
  /** In the order of their names. */
  metrics(): MetricFigure[]
}

/** A truth with nothing in it. */
export function emptyTruth(): Truth {
  const places = METRICS.length * DAYS
  const counts = new Float64Array(places)
  const cents = new Float64Array(places) // whole numbers, exact up to 2^53
  const seen = new Uint8Array(places * SUBJECTS)
  const subjects = new Uint32Array(places)
  const days = () =>
    inOrder(
      [...counts.keys()].flatMap((place): DayFigure[] => {
        const count = counts[place] ?? 0
        const metric = METRICS[Math.floor(place / DAYS)] ?? ''
        const figures = { count, sum: decimal(cents[place] ?? 0), subjects: subjects[place] ?? 0 }
        return count === 0 ? [] : [{ metric, day: dayText(place % DAYS), ...figures }]
      }),
    )
  return {
    add(row) {
      const place = row.metric * DAYS + row.day
      counts[place] = (counts[place] ?? 0) + 1
      cents[place] = (cents[place] ?? 0) + row.cents
      const who = place * SUBJECTS + row.subject
      if (seen[who] === 1) return
      seen[who] = 1
      subjects[place] = (subjects[place] ?? 0) + 1
    },
    days,
    metrics: () =>
      METRICS.toSorted().map((metric) => {
        const from = METRICS.indexOf(metric) * DAYS
        const all = (of: Float64Array) =>
          of.subarray(from, from + DAYS).reduce((sum, each) => sum + each, 0)
        return { metric, count: all(counts), sum: decimal(all(cents)) }
      }),
  }
}

/** Figures in the order of metric and day, whatever order a server puts words in. */
export function inOrder(figures: readonly DayFigure[]): DayFigure[] {
  const keyOf = ({ metric, day }: DayFigure) => `${metric} ${day}`
  return figures.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
}
