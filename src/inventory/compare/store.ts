import type { Database } from '../../db/database.ts'
import type { BridgeInput } from './bridge.ts'
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
      return database.transaction(async ({ db, client }) => {
        await client.query('set transaction isolation level repeatable read, read only')
        const before = (await q.kindCountsOn(span.first).execute(db)).rows
        const after = (await q.kindCountsOn(span.last).execute(db)).rows
        return { before, after, courses: (await q.coursesBetween(span).execute(db)).rows, span }
      })
    },
  }
}
