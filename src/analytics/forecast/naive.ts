import type { Figures } from '../series.ts'
import type { FittedModel, ForecastModel } from './forecast-model.ts'

/**
 * The last known value, whatever comes: a random walk, whose error grows with the root of the steps.
 * Across a gap of g steps the squared difference counts as g steps' worth of variance.
 */
export const naive: ForecastModel = { name: 'naive', least: () => 2, fit: fitNaive }

function fitNaive(values: Figures): FittedModel | null {
  const expected: (number | null)[] = []
  let last: number | null = null
  let since = 0
  let sum = 0
  let differences = 0
  for (const value of values) {
    expected.push(last)
    since += 1
    if (value === null) continue
    if (last !== null) {
      sum += (value - last) ** 2 / since
      differences += 1
    }
    last = value
    since = 0
  }
  if (last === null || differences === 0) return null

  return walkFrom({ last, since, variance: sum / differences, expected })
}

interface Walk {
  readonly last: number
  /** Steps since the last known value. */
  readonly since: number
  readonly variance: number
  readonly expected: Figures
}

function walkFrom({ last, since, variance, expected }: Walk): FittedModel {
  return {
    parameters: { variance },
    expected,
    ahead: (horizon) => ({
      mean: new Array<number>(horizon).fill(last),
      error: Array.from({ length: horizon }, (_, step) => Math.sqrt(variance * (since + step + 1))),
    }),
  }
}
