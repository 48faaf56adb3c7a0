import { dayFeatures } from '../../src/analytics/anomaly/forest/forest-feature.ts'
import { noisyFigures } from '../../src/analytics/anomaly/testing/noisy-series.ts'
import { type SeededRandom, seededRandom } from '../../src/analytics/stats/seeded-random.ts'

/** Days as a forest sees them, and which of them were made odd. */
export interface PlantedPoints {
  readonly values: Float64Array
  readonly columns: number
  /** By row. */
  readonly planted: ReadonlySet<number>
}

const SEED = 20261121
const WEEK = 7
/** One day in so many is made odd, some place in each such stretch. */
const STRETCH = 60
const COLUMNS = 5

/** What happens to a day; Monday is 0. Noise has a deviation of 3, a weekend's dip is 20 and 25. */
const PLANTS: readonly ((value: number, weekday: number) => number)[] = [
  (value) => value + 18, // a spike
  (value) => value - 18,
  (value) => value + 12, // less than a weekend's dip
  (value) => value / 2, // half of the source is missing
  (value, weekday) => (weekday > 4 ? value + 22 : value - 22), // a workday like a weekend, or the reverse
]

/**
 * So many days of a series with a weekly rhythm and noise, one in sixty made odd in one of five ways; the same on
 * every machine. The features are those Muster's own detector takes; the first week has none and is left out.
 */
export function plantedPoints(days: number): PlantedPoints {
  const random = seededRandom(SEED)
  const figures = noisyFigures({ days: days + WEEK - 1, seed: SEED })
  const odd = plant(figures, random)
  const values = new Float64Array(days * COLUMNS)
  for (let row = 0; row < days; row += 1) {
    const index = row + WEEK - 1
    const weekday = index % WEEK
    const features = dayFeatures(figures, { value: figures[index] ?? 0, weekday, index })
    if (!features) throw new Error(`day ${index} has no features`)
    values.set(features, row * COLUMNS)
  }
  const planted = new Set([...odd].map((index) => index - WEEK + 1))
  return { values, columns: COLUMNS, planted }
}

function plant(figures: number[], random: SeededRandom): ReadonlySet<number> {
  const odd = new Set<number>()
  for (let from = WEEK; from + STRETCH <= figures.length; from += STRETCH) {
    const index = from + random.below(STRETCH)
    const change = PLANTS[random.below(PLANTS.length)]
    figures[index] = change?.(figures[index] ?? 0, index % WEEK) ?? 0
    odd.add(index)
  }
  return odd
}
