import type { Figures } from '../../src/analytics/series.ts'
import { type SeededRandom, seededRandom } from '../../src/analytics/stats/seeded-random.ts'

/** How the figures of a series come about. */
export const KINDS = ['weekly', 'holidays', 'shifts', 'walk', 'intermittent', 'gaps'] as const

export type Kind = (typeof KINDS)[number]

/** Two years. */
export const DAYS = 730

const SEED = 20261121
const WEEK = 7
const YEAR = 365
/** Of a series with gaps. */
const MISSING_SHARE = 0.05
/** Days of the year nobody works on. */
const HOLIDAYS: readonly number[] = [0, 5, 95, 98, 120, 226, 304, 341, 358, 359]
const MAKERS: Readonly<Record<Kind, (random: SeededRandom) => Figures>> = {
  ...{ weekly, holidays, shifts, walk, intermittent, gaps },
}

/** The kind of the series of a number; the kinds come in turn. */
export function kindOf(number: number): Kind {
  return KINDS[number % KINDS.length] ?? 'weekly'
}

/** The daily series of a number, with figures of its own; the same on every machine. */
export function makeDaily(number: number): Figures {
  return MAKERS[kindOf(number)](seededRandom(SEED + number))
}

/** Sales: a week's rhythm that grows with the level, on a trend. */
function weekly(random: SeededRandom): Figures {
  const level = between(random, 50, 5000)
  const growth = between(random, -0.0004, 0.001)
  const profile = weekProfile(random)
  return days((day) => {
    const expected = level * (1 + growth * day) * (profile[day % WEEK] ?? 1)
    return Math.max(0, expected * (1 + 0.08 * normal(random)))
  })
}

/** Counts of work done: a week's rhythm, and next to nothing on holidays. */
function holidays(random: SeededRandom): Figures {
  const level = between(random, 20, 400)
  const profile = weekProfile(random)
  return days((day) => {
    const open = HOLIDAYS.includes(day % YEAR) ? 0.05 : 1
    return count(random, level * (profile[day % WEEK] ?? 1) * open)
  })
}

/** A stock that is carried from one level to another now and then. */
function shifts(random: SeededRandom): Figures {
  let level = between(random, 100, 2000)
  const noise = level * 0.02
  return days(() => {
    if (random.next() < 1 / 180) level *= between(random, 0.6, 1.6)
    return Math.max(0, level + noise * normal(random))
  })
}

/** Where nobody can do better than the last value. */
function walk(random: SeededRandom): Figures {
  let value = between(random, 200, 3000)
  const step = value * 0.01
  return days(() => {
    value = Math.max(0, value + step * normal(random))
    return value
  })
}

/** Something that is wanted on one day in five. */
function intermittent(random: SeededRandom): Figures {
  const size = between(random, 1, 12)
  return days(() => (random.next() < 0.2 ? 1 + count(random, size) : 0))
}

/** Counts with a week's rhythm of which one day in twenty is not known. */
function gaps(random: SeededRandom): Figures {
  const known = holidays(random)
  return known.map((value) => (random.next() < MISSING_SHARE ? null : value))
}

function days(figureOf: (day: number) => number): number[] {
  return Array.from({ length: DAYS }, (_, day) => figureOf(day))
}

function weekProfile(random: SeededRandom): number[] {
  return Array.from({ length: WEEK }, (_, day) =>
    day < 5 ? between(random, 0.9, 1.2) : between(random, 0.3, 0.8),
  )
}

function between(random: SeededRandom, low: number, high: number): number {
  return low + (high - low) * random.next()
}

/** A whole figure about a mean, spread as counts are. */
function count(random: SeededRandom, mean: number): number {
  return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
}

/** Box and Muller (1958). */
function normal(random: SeededRandom): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()))
  return radius * Math.cos(2 * Math.PI * random.next())
}
