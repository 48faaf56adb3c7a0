import type { Figures } from '../series.ts'
import type { FittedModel, ForecastModel, Outlook, SeriesShape } from './forecast-model.ts'

/** The last known value of one phase of the season, and the step it stands on. */
interface Phase {
  readonly value: number
  readonly step: number
}

/**
 * The last known value of the same phase of the season: a random walk of seasons, whose error grows with
 * the root of the seasons passed. A phase that was never seen takes the last known value of all.
 */
export const seasonalNaive: ForecastModel = {
  name: 'seasonal-naive',
  least: ({ period }) => period + 1,
  fit: fitSeasonalNaive,
}

function fitSeasonalNaive(values: Figures, { period }: SeriesShape): FittedModel | null {
  const phases = new Map<number, Phase>()
  const expected: (number | null)[] = []
  let last: number | null = null
  let sum = 0
  let differences = 0
  values.forEach((value, step) => {
    const before = phases.get(step % period)
    expected.push(before?.value ?? null)
    if (value === null) return
    if (before !== undefined) {
      sum += ((value - before.value) ** 2 * period) / (step - before.step)
      differences += 1
    }
    phases.set(step % period, { value, step })
    last = value
  })
  if (last === null || differences === 0) return null

  const seen: Seen = { phases, last, count: values.length, variance: sum / differences, period }
  return {
    parameters: { variance: seen.variance },
    expected,
    ahead: (horizon) => seasonsAhead(seen, horizon),
  }
}

interface Seen {
  readonly phases: ReadonlyMap<number, Phase>
  readonly last: number
  /** Steps seen so far, gaps included. */
  readonly count: number
  /** Variance of the change over one season. */
  readonly variance: number
  readonly period: number
}

function seasonsAhead({ phases, last, count, variance, period }: Seen, horizon: number): Outlook {
  const steps = Array.from({ length: horizon }, (_, ahead) => count + ahead)
  return {
    mean: steps.map((step) => phases.get(step % period)?.value ?? last),
    error: steps.map((step) => {
      const since = step - (phases.get(step % period)?.step ?? -1)
      return Math.sqrt(variance * Math.max(1, Math.ceil(since / period)))
    }),
  }
}
