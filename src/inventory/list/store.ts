import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import * as q from './queries.ts'

/** Machines as of a day, and what the answer rests on. */
export interface MachineList {
  readonly day: Day
  /** For each source the newest day on or before the one asked for that is known. */
  readonly restsOn: readonly { readonly source: string; readonly day: Day }[]
  readonly items: readonly q.ListedMachine[]
  readonly total: number
}

export function listStore({ db }: Database) {
  return {
    async machines(day: Day, filter: q.MachineFilter, page: q.MachinePage): Promise<MachineList> {
      const { rows: items } = await q.machinesOn(day, filter, page).execute(db)
      const isAll = page.offset === 0 && (page.limit === null || items.length < page.limit)
      const [counted] = isAll ? [] : (await q.countMachinesOn(day, filter).execute(db)).rows
      const restsOn = (await q.daysBehind(day).execute(db)).rows
      return { day, restsOn, items, total: counted?.count ?? items.length }
    },
  }
}
