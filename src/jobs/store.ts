import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import { countRuns, type Run, recentRuns, runById } from './queries.ts'

/** What was run, as kept. */
export function runStore({ db }: Pick<Database, 'db'>) {
  return {
    /** Runs, newest first, at most `limit` (null: all), and how many there are. */
    async recent(limit: number | null): Promise<{ items: readonly Run[]; total: number }> {
      const items = (await recentRuns(limit).execute(db)).rows
      return { items, total: (await countRuns().execute(db)).rows[0]?.count ?? 0 }
    },

    async get(id: number): Promise<Run> {
      const [run] = (await runById(id).execute(db)).rows
      if (!run) throw new AppError('run.not-found', { id })
      return run
    },
  }
}
