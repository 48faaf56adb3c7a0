import type { Outlook, SeriesShape } from '../../src/analytics/forecast/forecast-model.ts'
import { naive } from '../../src/analytics/forecast/naive.ts'
import { isSeasonal } from '../../src/analytics/forecast/theta/is-seasonal.ts'
import {
  type SeasonalIndices,
  seasonalIndices,
  withoutSeason,
  withSeason,
} from '../../src/analytics/forecast/theta/seasonal-indices.ts'
import type { Figures } from '../../src/analytics/series.ts'

const NO_SEASON: SeasonalIndices = { kind: 'added', phases: [0] }

/**
 * The last value with the season taken out, and brought back in: the M4 competition's Naive2, which takes out what
 * passes a test for a season at 90 %, by classical decomposition; null where nothing is known.
 */
export function naiveTwo(
  values: Figures,
  { period }: SeriesShape,
  horizon: number,
): number[] | null {
  const numbers = Float64Array.from(values, (value) => value ?? Number.NaN)
  const indices = isSeasonal(values, period) ? seasonalIndices(numbers, period) : NO_SEASON
  const rest = Array.from(withoutSeason(numbers, indices), (value) =>
    Number.isNaN(value) ? null : value,
  )
  const ahead: Outlook | undefined = naive.fit(rest, { period: 1 })?.ahead(horizon)
  return ahead?.mean.map((mean, step) => withSeason(mean, values.length + step, indices)) ?? null
}
