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
    /**
     * The days whose counts a day may have changed: the day itself, counted ones after it up to
     * `until` (null: all), and known ones that were never counted.
     */
    async dueWith(day: Day, until: Day | null): Promise<Day[]> {
      const { rows: later } = await q.countedDays(day, until).execute(db)
      const { rows: never } = await q.uncountedDays().execute(db)
      return [...new Set([day, ...[...later, ...never].map((each) => each.day)])].toSorted()
    },

    /** The days from one on that were counted. */
    async countedFrom(day: Day): Promise<Day[]> {
      return (await q.countedDays(day, null).execute(db)).rows.map((counted) => counted.day)
    },

    /** Counts these days anew, all or none. */
    async count(days: readonly Day[]): Promise<void> {
      await database.transaction(async (transaction) => {
        await q.deleteCounts(days).execute(transaction.db)
        await q.deleteDistinct(days).execute(transaction.db)
        for (const each of days) {
          await q.insertCounts(each).execute(transaction.db)
          await q.insertDistinct(each).execute(transaction.db)
        }
        await q.markCounted(days).execute(transaction.db)
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
