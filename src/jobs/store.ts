import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import { type Run, recentRuns, runById } from './queries.ts'

/** What was run, as kept. */
export function runStore({ db }: Pick<Database, 'db'>) {
  return {
    async recent(limit: number): Promise<Run[]> {
      return (await recentRuns(limit).execute(db)).rows
    },

    async get(id: number): Promise<Run> {
      const [run] = (await runById(id).execute(db)).rows
      if (!run) throw new AppError('run.not-found', { id })
      return run
    },
  }
}
