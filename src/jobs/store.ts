import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import {
  ALL_RUNS,
  countRuns,
  lastEnd,
  type Run,
  type RunFilter,
  recentRuns,
  runById,
} from './queries.ts'
import { type LastDue, type LogEntry, lastDues, logOf } from './queue/queries.ts'

/** What was run, as kept. */
export function runStore({ db }: Pick<Database, 'db'>) {
  return {
    /** Runs, newest first, at most `limit` (null: all) after `offset`, and how many there are. */
    async recent(
      limit: number | null,
      offset = 0,
      filter: RunFilter = ALL_RUNS,
    ): Promise<{ items: readonly Run[]; total: number }> {
      const items = (await recentRuns(filter, limit, offset).execute(db)).rows
      return { items, total: (await countRuns(filter).execute(db)).rows[0]?.count ?? 0 }
    },

    /** What happened in a run after the entry `after` of its log, at most 500 entries. */
    async log(id: number, after = 0): Promise<readonly LogEntry[]> {
      return (await logOf(id, after).execute(db)).rows
    },

    /** When each job of the timetable was last due, and the run it became. */
    async lastDues(): Promise<readonly LastDue[]> {
      return (await lastDues().execute(db)).rows
    },

    /** When a run last ended; null before any did. */
    async lastEnd(): Promise<Date | null> {
      return (await lastEnd().execute(db)).rows[0]?.at ?? null
    },

    async get(id: number): Promise<Run> {
      const [run] = (await runById(id).execute(db)).rows
      if (!run) throw new AppError('run.not-found', { id })
      return run
    },
  }
}
