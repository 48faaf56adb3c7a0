import type { DailySeries } from '../../series.ts'
import { type SeededRandom, seededRandom } from '../../stats/seeded-random.ts'

/** What Monday to Sunday add to a level. */
export const WEEKDAYS = [0, 5, 8, 9, 7, -20, -25] as const

export interface NoisySeries {
  readonly days: number
  readonly seed: number
  /** The standard deviation of the noise: 3 unless given. */
  readonly noise?: number
  /** What is added a day: 0 unless given. */
  readonly drift?: number
  readonly hasRhythm?: boolean
}

/** Invented figures around 100 from a Monday on, with normal noise and a weekly rhythm, for tests. */
export function noisyFigures(of: NoisySeries): number[] {
  const { days, seed, noise = 3, drift = 0, hasRhythm = true } = of
  const random = seededRandom(seed)
  return Array.from({ length: days }, (_, day) => {
    const rhythm = hasRhythm ? (WEEKDAYS[day % 7] ?? 0) : 0
    return 100 + drift * day + rhythm + noise * normalDraw(random)
  })
}

/** A daily series of the figures; 1 January 2024 was a Monday. */
export function seriesOf(values: DailySeries['values']): DailySeries {
  return { first: '2024-01-01', values }
}

/** A draw from the standard normal distribution (Box and Muller 1958). */
export function normalDraw(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
