import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import * as q from './queries.ts'

/** What a day came to, at every site and source. */
export interface CountedDay {
  readonly day: Day
  readonly figures: readonly q.DayFigures[]
  /** Machines counted once; by site, and in all. */
  readonly distinct: readonly { readonly site: string | null; readonly devices: number }[]
  readonly distinctTotal: number
}

/** Counts of machines by day. */
export function countStore(database: Database) {
  const { db } = database
  return {
    /** Counts a day, and again the counted days after it up to `until` (null: all), which it may have changed. */
    async count(day: Day, until: Day | null): Promise<Day[]> {
      return database.transaction(async (transaction) => {
        const later = (await q.countedDays(day, until).execute(transaction.db)).rows
        const days = [...new Set([day, ...later.map((counted) => counted.day)])]
        await q.deleteCounts(days).execute(transaction.db)
        await q.deleteDistinct(days).execute(transaction.db)
        for (const each of days) {
          await q.insertCounts(each).execute(transaction.db)
          await q.insertDistinct(each).execute(transaction.db)
        }
        return days
      })
    },

    /** The figures of a day, or null when it was not counted. */
    async find(day: Day): Promise<CountedDay | null> {
      const figures = (await q.figuresOn(day).execute(db)).rows
      const { rows } = await q.distinctOn(day).execute(db)
      if (rows.length === 0) return null
      return {
        day,
        figures,
        distinct: rows.filter(({ isTotal }) => !isTotal),
        distinctTotal: rows.find(({ isTotal }) => isTotal)?.devices ?? 0,
      }
    },
  }
}
