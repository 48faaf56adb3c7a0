import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import { countedFor } from '../count/queries.ts'
import type { BridgeInput } from './bridge.ts'
import { coursesOf } from './courses.ts'
import * as q from './queries.ts'

/** What two days are compared by. */
export interface Comparison extends BridgeInput {
  /** Records by kind on the last day: what every bridge must come to. */
  readonly after: readonly q.KindCount[]
}

export function compareStore(database: Database) {
  return {
    /** Reads both days and all between as of one moment, whatever is collected meanwhile. */
    between(span: q.Span): Promise<Comparison> {
      return database.transaction(async (transaction) => {
        const { db, client } = transaction
        await client.query('set transaction isolation level repeatable read, read only')
        await client.query("set local work_mem = '64MB'")
        const before = await kindCounts(transaction, span.first)
        const after = await kindCounts(transaction, span.last)
        const states = (await q.statesBetween(span).execute(db)).rows
        return { before, after, courses: coursesOf(states), span }
      })
    },
  }
}

/** As the day was counted, where nothing was said of it since; counted now otherwise. */
async function kindCounts({ db }: Transaction, day: Day): Promise<q.KindCount[]> {
  const [counted] = (await countedFor(day).execute(db)).rows
  const counts = counted ? q.kindCountsKept(counted.day) : q.kindCountsOn(day)
  return (await counts.execute(db)).rows
}
