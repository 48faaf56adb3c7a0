import type { Figures } from '../../src/analytics/series.ts'
import { type SeededRandom, seededRandom } from '../../src/analytics/stats/seeded-random.ts'

/** Whether the days of a series are all known. */
export type Kind = 'complete' | 'gaps'

export const KINDS: readonly Kind[] = ['complete', 'gaps']
/** Two years. */
export const DAYS = 730
/** Of a series with gaps. */
const MISSING_SHARE = 0.05

const SEED = 20261121
const WEEK = 7
/** Figures before the process begins: a week and a day. */
const START = WEEK + 1

/**
 * Daily series made by the very process both sides fit, (1,1,1)(0,1,1,7), each with coefficients of its own; the same
 * on every machine. A series with gaps is the complete one with one day in twenty left out.
 */
export function dailySeries(count: number, kind: Kind): Figures[] {
  return Array.from({ length: count }, (_, number) => {
    const figures = makeSeries(seededRandom(SEED + number))
    const gaps = seededRandom(SEED - 1 - number)
    return kind === 'complete'
      ? figures
      : figures.map((value) => (gaps.next() < MISSING_SHARE ? null : value))
  })
}

function makeSeries(random: SeededRandom): number[] {
  const ar = between(random, 0.1, 0.7)
  const ma = between(random, -0.9, -0.4)
  const seasonal = between(random, -0.95, -0.5)
  const shocks: number[] = []
  const differenced: number[] = []
  const figures: number[] = []
  for (let day = 0; day < DAYS; day += 1) {
    shocks.push(normal(random) * 5)
    const shock = (back: number) => shocks[day - back] ?? 0
    const moved = shock(0) + ma * shock(1) + seasonal * shock(WEEK) + ma * seasonal * shock(START)
    differenced.push(ar * (differenced[day - 1] ?? 0) + moved)
    const before = (back: number) => figures[day - back] ?? 0
    const start = 1000 + (day % WEEK > 4 ? -60 : 0)
    figures.push(
      day < START
        ? start
        : moved + ar * (differenced[day - 1] ?? 0) + before(1) + before(7) - before(8),
    )
  }
  return figures
}

function between(random: SeededRandom, low: number, high: number): number {
  return low + (high - low) * random.next()
}

/** Box and Muller (1958). */
function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return radius * Math.cos(2 * Math.PI * random.next())
}
