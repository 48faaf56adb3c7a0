import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import { groupMachines } from './group-machines.ts'
import type { Machine } from './machine.ts'
import * as q from './queries.ts'

const ROWS_AT_ONCE = 5_000

/** Machines as of a day, one after another. */
export function machineStore(database: Database) {
  return {
    /**
     * Lends the machines of a day to `work`, by device id and all as of one moment; few of them are
     * held at a time. The day must have been matched.
     */
    read<T>(day: Day, work: (machines: AsyncIterable<Machine>) => Promise<T>): Promise<T> {
      return database.transaction(async (transaction) => {
        await transaction.client.query('set transaction isolation level repeatable read, read only')
        await transaction.client.query('set local cursor_tuple_fraction = 1') // it is read to its end
        return work(machinesIn(transaction, day))
      })
    },

    /** How every source stood on a day. */
    async standings(day: Day): Promise<q.SourceStanding[]> {
      return (await q.sourceStandings(day).execute(database.db)).rows
    },
  }
}

/** The machines of a day, by device id, through a cursor of this transaction. */
async function* machinesIn({ db }: Transaction, day: Day): AsyncGenerator<Machine> {
  await q.declareMachineRows(day).execute(db)
  const groups = groupMachines()
  for (;;) {
    const { rows } = await q.nextMachineRows(ROWS_AT_ONCE).execute(db)
    if (rows.length === 0) break
    yield* groups.add(rows)
  }
  yield* groups.end()
}

export type MachineStore = ReturnType<typeof machineStore>
