import { median } from '../../src/analytics/stats/median.ts'
import type { Day } from '../../src/lib/day.ts'
import type { DatabaseSize, TableSize } from '../measure/database-size.ts'
import type { Memory } from '../measure/memory.ts'
import type { DayTimes } from '../run-day.ts'

/** A day on which Muster was up, and what was measured after it. */
export interface SoakedDay extends DayTimes {
  readonly day: Day
  readonly memory: Memory
  readonly database: DatabaseSize
}

/** What is measured when a month is over. */
export interface MonthEnd {
  readonly tables: readonly TableSize[]
  /** Of PostgreSQL's own catalogs. */
  readonly catalogBytes: number
  /** Of the report workbooks. */
  readonly reportBytes: number
}

/** A month of a soak. Seconds and memory are medians over its days, the peak is the highest; sizes are those at its end. */
export interface SoakedMonth extends MonthEnd {
  /** Its first day. */
  readonly month: Day
  /** Days on which Muster was up. */
  readonly days: number
  /** Of all jobs of a day. */
  readonly daySeconds: number
  /** Jobs that did not come are left out. */
  readonly jobSeconds: Readonly<Record<string, number>>
  readonly stepSeconds: Readonly<Record<string, number>>
  readonly memory: Memory
  readonly database: DatabaseSize
}

/** Puts the days of a month together. */
export function monthOf(days: readonly SoakedDay[], end: MonthEnd): SoakedMonth {
  const last = days.at(-1)
  if (!last) throw new RangeError('a month without days')
  return {
    ...end,
    month: `${last.day.slice(0, 7)}-01`,
    days: days.length,
    daySeconds: median(days.map(({ jobs }) => sumOf(jobs))),
    jobSeconds: medians(days.map(({ jobs }) => jobs)),
    stepSeconds: medians(days.map(({ steps }) => steps)),
    memory: {
      held: median(days.map(({ memory }) => memory.held)),
      resident: median(days.map(({ memory }) => memory.resident)),
      peak: Math.max(...days.map(({ memory }) => memory.peak)),
    },
    database: last.database,
  }
}

function sumOf(seconds: Readonly<Record<string, number>>): number {
  return Object.values(seconds).reduce((sum, each) => sum + each, 0)
}

/** Of each name, over those that have it. */
function medians(all: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const found = Map.groupBy(
    all.flatMap((each) => Object.entries(each)),
    ([name]) => name,
  )
  return Object.fromEntries(
    [...found].map(([name, entries]) => [name, median(entries.map(([, value]) => value))]),
  )
}
