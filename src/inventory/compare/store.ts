import type { Database } from '../../db/database.ts'
import type { BridgeInput } from './bridge.ts'
import * as q from './queries.ts'

/** What two days are compared by. */
export interface Comparison extends BridgeInput {
  /** Records by kind on the last day: what every bridge must come to. */
  readonly after: readonly q.KindCount[]
}

export function compareStore({ db }: Database) {
  return {
    async between(span: q.Span): Promise<Comparison> {
      const before = (await q.kindCountsOn(span.first).execute(db)).rows
      const after = (await q.kindCountsOn(span.last).execute(db)).rows
      return { before, after, courses: (await q.coursesBetween(span).execute(db)).rows, span }
    },
  }
}
