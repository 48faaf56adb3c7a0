import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { isAnswerable } from './answerable.ts'
import * as q from './queries.ts'

/** Machines as of a day, and what the answer rests on. */
export interface MachineList {
  readonly day: Day
  /** For each source the newest day on or before the one asked for that is known. */
  readonly restsOn: readonly SourceDay[]
  readonly items: readonly q.ListedMachine[]
  readonly total: number
}

/** A source, and a day of it that is known. */
export interface SourceDay {
  readonly source: string
  readonly day: Day
}

export function listStore({ db }: Database) {
  return {
    async machines(day: Day, filter: q.MachineFilter, page: q.MachinePage): Promise<MachineList> {
      const isWhole = page.limit === null && page.offset === 0
      const counting = isWhole ? null : q.countMachinesOn(day, filter).execute(db)
      const [{ rows: items }, total] = await Promise.all([
        q.machinesOn(day, filter, page).execute(db),
        counting, // beside the page: each looks at every machine of the day
      ])
      const [counted] = total?.rows ?? []
      const restsOn = (await q.daysBehind(day).execute(db)).rows
      return { day, restsOn, items, total: counted?.count ?? items.length }
    },

    /** What an answer of a day rests on: for each source of machines its newest known day up to it. */
    async restsOn(day: Day): Promise<SourceDay[]> {
      return (await q.daysBehind(day).execute(db)).rows
    },

    /** Throws `day.not-kept` where a day cannot be answered for. */
    async assertKept(day: Day): Promise<void> {
      const [around] = (await q.daysAround(day).execute(db)).rows
      if (around && isAnswerable(around)) return
      const nearest = [around?.before ?? null, around?.after ?? null]
      throw new AppError('day.not-kept', { day, nearest: nearest.filter((each) => each !== null) })
    },

    /** The newest day up to one that was counted; null when none was. */
    async countedUpTo(day: Day): Promise<Day | null> {
      return (await q.countedUpTo(day).execute(db)).rows[0]?.day ?? null
    },
  }
}
