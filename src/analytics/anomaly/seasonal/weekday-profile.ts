import type { Figures } from '../../series.ts'
import { median } from '../../stats/median.ts'
import { finite } from '../same-figure.ts'

/** What the days before a day say of its level and of what each weekday adds to it. */
export interface WeekdayProfile {
  /** The recent level, free of weekdays. */
  readonly level: number
  /** What the weekday of the asked day adds to the level. */
  readonly effect: number
}

const WEEK = 7
/** The weekday of the day itself is the last of each row: a week before it and before each newest day. */
const OWN = WEEK - 1
/** One figure of a weekday says nothing of what it usually adds. */
const FEWEST_OF_WEEKDAY = 2
/** What a further sweep would change is small beside what weekdays vary by. */
const SWEEPS = 3
/** The level follows the last week, so that each weekday is in it once and a drift is not left behind. */
const LEVEL_DAYS = 7
/** Differences of larger figures are too large for a number; they are worked with in a smaller unit. */
const HUGE = 2 ** 1000
const HUGE_SCALE = 2 ** 100

/** Weeks are rows, the newest first, in each the newest day first; NaN where no figure is known. */
type Table = Float64Array

/**
 * The profile of the day at `index` after some weeks before it, null where that weekday has too few figures. The
 * table of weeks and weekdays is taken apart by Tukey's median polish (1977): weeks may drift and a few
 * figures may be odd without bending the weekdays.
 */
export function weekdayProfile(
  figures: Figures,
  index: number,
  weeks: number,
): WeekdayProfile | null {
  const table = new Float64Array(weeks * WEEK)
  for (let at = 0; at < table.length; at += 1) table[at] = figures[index - 1 - at] ?? Number.NaN
  if (columnOf(table, OWN).length < FEWEST_OF_WEEKDAY) return null
  const scale = table.some((value) => Math.abs(value) > HUGE) ? HUGE_SCALE : 1
  if (scale !== 1) for (let at = 0; at < table.length; at += 1) table[at] = (table[at] ?? 0) / scale
  const effects = polishedEffects(table)
  const level = recentLevel(table, effects)
  return { level: finite(level * scale), effect: finite((effects[OWN] ?? 0) * scale) }
}

function polishedEffects(table: Table): Float64Array {
  const rest = table.slice()
  const effects = new Float64Array(WEEK)
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let at = 0; at < rest.length; at += WEEK) {
      const week = rest.subarray(at, at + WEEK)
      const level = medianOrZero(known(week))
      for (let day = 0; day < WEEK; day += 1) week[day] = (week[day] ?? 0) - level
    }
    for (let day = 0; day < WEEK; day += 1) {
      const effect = medianOrZero(columnOf(rest, day))
      effects[day] = (effects[day] ?? 0) + effect
      for (let at = day; at < rest.length; at += WEEK) rest[at] = (rest[at] ?? 0) - effect
    }
  }
  return effects
}

function recentLevel(table: Table, effects: Float64Array): number {
  const levels: number[] = []
  for (let at = 0; at < table.length && levels.length < LEVEL_DAYS; at += 1) {
    const value = table[at] ?? Number.NaN
    if (!Number.isNaN(value)) levels.push(value - (effects[at % WEEK] ?? 0))
  }
  return median(levels)
}

function columnOf(table: Table, day: number): number[] {
  const column: number[] = []
  for (let at = day; at < table.length; at += WEEK) column.push(table[at] ?? Number.NaN)
  return known(column)
}

function known(cells: ArrayLike<number>): number[] {
  const values: number[] = []
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at] ?? Number.NaN
    if (!Number.isNaN(cell)) values.push(cell)
  }
  return values
}

function medianOrZero(values: readonly number[]): number {
  return values.length === 0 ? 0 : median(values)
}
