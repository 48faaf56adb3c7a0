import type { Database } from '../db/database.ts'
import * as q from './run-figure-queries.ts'

/** What the record of runs comes to. */
export function runFigures({ db }: Pick<Database, 'db'>) {
  return {
    /** Of each task the run that ended last. */
    async last(): Promise<q.EndedRun[]> {
      return (await q.lastEndedRuns().execute(db)).rows
    },

    /** How often each task ended in which state, and how long that took. */
    async ended(): Promise<q.EndedRuns[]> {
      return (await q.endedRuns().execute(db)).rows
    },

    /** How many are at work or wait. */
    async open() {
      return (await q.openRuns().execute(db)).rows
    },
  }
}
