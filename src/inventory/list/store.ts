import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { countedFor } from '../count/queries.ts'
import { isAnswerable } from './answerable.ts'
import * as q from './queries.ts'

/** Machines as of a day, and what the answer rests on. */
export interface MachineList {
  readonly day: Day
  /** For each source the newest day on or before the one asked for that it speaks of. */
  readonly restsOn: readonly SourceDay[]
  /** True when a later day is known: what changes daily is kept as of that one. */
  readonly isPast: boolean
  readonly items: readonly q.ListedMachine[]
  readonly total: number
}

/** A source, and a day of it that went into the history. */
export interface SourceDay {
  readonly source: string
  readonly day: Day
}

export function listStore({ db }: Database) {
  /** By the day's counts where they are whole; counted now where these do not tell. */
  async function totalOn(day: Day, filter: q.MachineFilter): Promise<number> {
    const isTold = filter.text === null && filter.isOnce !== true
    const [counted] = isTold ? (await countedFor(day).execute(db)).rows : []
    const counting = counted
      ? q.countMachinesKept(counted.day, filter)
      : q.countMachinesOn(day, filter)
    return (await counting.execute(db)).rows[0]?.count ?? 0
  }

  return {
    async machines(day: Day, filter: q.MachineFilter, page: q.MachinePage): Promise<MachineList> {
      const isWhole = page.limit === null && page.offset === 0
      const counting = isWhole ? null : totalOn(day, filter)
      const [{ rows: items }, total] = await Promise.all([
        q.machinesOn(day, filter, page).execute(db),
        counting, // beside the page: each looks at every machine of the day
      ])
      const restsOn = (await q.daysBehind(day).execute(db)).rows
      const [around] = (await q.daysAround(day).execute(db)).rows
      const isPast = (around?.after ?? null) !== null
      return { day, restsOn, isPast, items, total: total ?? items.length }
    },

    /** The machines of a day among the records that come next by their numbers, the first after 0. */
    async machinesAfter(
      day: Day,
      filter: q.MachineFilter,
      { after, limit }: { readonly after: number; readonly limit: number },
    ): Promise<{ rows: q.ListedMachine[]; next: number | null }> {
      const [found] = (await q.lastOfNext(after, limit).execute(db)).rows
      const next = found?.last ?? null
      if (next === null) return { rows: [], next }
      return {
        rows: (await q.machinesBetween(day, filter, { after, last: next }).execute(db)).rows,
        next,
      }
    },

    /** The first day each of some records was listed, as far as days are kept. */
    async firstListed(recordIds: readonly number[]): Promise<ReadonlyMap<number, Day>> {
      const { rows } = await q.firstListed(recordIds).execute(db)
      return new Map(rows.map(({ recordId, day }) => [recordId, day]))
    },

    /** What an answer of a day rests on: for each source of machines its newest day up to it. */
    async restsOn(day: Day): Promise<SourceDay[]> {
      return (await q.daysBehind(day).execute(db)).rows
    },

    /** Whether a later day is known: what changes daily is kept as of that one. */
    async isPast(day: Day): Promise<boolean> {
      const [around] = (await q.daysAround(day).execute(db)).rows
      return (around?.after ?? null) !== null
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
