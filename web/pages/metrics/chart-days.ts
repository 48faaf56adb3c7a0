import type { FoundAnomaly } from '../../api/use-metrics.ts'
import { addDays, type Day, daysBetween } from '../../format/day.ts'

/** What is drawn of a day; null is nothing, never zero. */
export interface ChartDay {
  readonly day: Day
  readonly value: number | null
  readonly anomaly: FoundAnomaly | null
  /** What is expected; on the last known day the figure itself, so that line and band begin there. */
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** What a chart of a series is made of. */
export interface ChartParts {
  readonly figures: readonly { readonly day: Day; readonly value: number }[]
  readonly anomalies: readonly FoundAnomaly[]
  readonly forecast: readonly {
    readonly day: Day
    readonly mean: number
    readonly lower: number
    readonly upper: number
  }[]
}

/** Every day from the first to the last of all parts, those without a figure included. */
export function chartDays({ figures, anomalies, forecast }: ChartParts): ChartDay[] {
  const first = figures[0]?.day ?? forecast[0]?.day
  const last = forecast.at(-1)?.day ?? figures.at(-1)?.day
  if (first === undefined || last === undefined) return []
  const valueOn = new Map(figures.map(({ day, value }) => [day, value]))
  const oddOn = new Map(anomalies.map((anomaly) => [anomaly.day, anomaly]))
  const expectedOn = new Map(forecast.map((each) => [each.day, each]))
  const joint = forecast.length === 0 ? undefined : figures.at(-1)
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, at) => {
    const day = addDays(first, at)
    const expected = expectedOn.get(day)
    const joined = joint?.day === day ? joint.value : null
    return {
      ...{ day, value: valueOn.get(day) ?? null, anomaly: oddOn.get(day) ?? null },
      mean: expected?.mean ?? joined,
      lower: expected?.lower ?? joined,
      upper: expected?.upper ?? joined,
    }
  })
}
