import type { Database } from '../db/database.ts'
import type { Channel } from './alert-settings.ts'
import type { Concern } from './concern.ts'
import { type ConcernShift, concernShift } from './concern-shift.ts'
import * as q from './queries.ts'

/** What was found wrong, and what people were told of it. */
export function concernStore(database: Database) {
  return { ...looks(database), ...deliveries(database), ...figures(database) }
}

export type ConcernStore = ReturnType<typeof concernStore>

function looks(database: Database) {
  return {
    /** Keeps what is wrong now in the place of what was, and notes what each channel is to be told. */
    keep(now: readonly Concern[], channels: readonly Channel[], at: Date): Promise<ConcernShift> {
      return database.transaction(async ({ db }) => {
        const known = (await q.standingConcerns().execute(db)).rows
        const shift = concernShift(known, now, at)
        await q.insertConcerns(shift.begun, at).execute(db)
        await q.refreshConcerns(shift.still).execute(db)
        await q.endConcerns(shift.over, 'mended', at).execute(db)
        await q.endConcerns(shift.past, 'past', at).execute(db)
        await q.noteBegun(channels).execute(db)
        await q.noteOver(shift.over).execute(db)
        return shift
      })
    },

    /** Since when what stands has stood, by its key. */
    async standingSince(): Promise<ReadonlyMap<string, Date>> {
      const { rows } = await q.standingSince().execute(database.db)
      return new Map(rows.map(({ key, since }) => [key, since]))
    },

    async untold(channel: Channel): Promise<q.UntoldConcern[]> {
      return (await q.untoldConcerns(channel).execute(database.db)).rows
    },
  }
}

function deliveries(database: Database) {
  return {
    /** Deliveries that a process which died had begun are in doubt from now on. */
    async doubtUnended(): Promise<void> {
      await q.doubtUnended().execute(database.db)
    },

    /** Says what is about to be sent; gives the number of the delivery. */
    begin(delivery: q.NewDelivery): Promise<number> {
      return database.transaction(async ({ db }) => {
        const [row] = (await q.insertDelivery(delivery).execute(db)).rows
        if (row === undefined) throw new Error('the delivery was not kept')
        await q.claimNews(row.id, delivery).execute(db)
        return row.id
      })
    },

    /** A delivery was taken: what it bore is told. */
    sent(id: number, at: Date): Promise<void> {
      return database.transaction(async ({ db }) => {
        await q.endDelivery(id, at, null).execute(db)
        await q.setTold(id, at).execute(db)
      })
    },

    /** A delivery was not taken: what it bore is still to be told. */
    async failed(id: number, at: Date, error: object): Promise<void> {
      await q.endDelivery(id, at, error).execute(database.db)
    },
  }
}

function figures({ db }: Pick<Database, 'db'>) {
  return {
    async standing() {
      return (await q.countStanding().execute(db)).rows
    },

    async deliveries() {
      return (await q.countDeliveries().execute(db)).rows
    },
  }
}
