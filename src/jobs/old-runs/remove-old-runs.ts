import type { Database } from '../../db/database.ts'
import type { Tick } from '../../lib/progress.ts'
import { deleteOldRuns } from './queries.ts'

/** So many at once: each batch is kept by itself, and nobody waits for it. */
const BATCH = 1000

/** Where old runs are removed, and since when they are old. */
export interface OldRunsOrder {
  readonly database: Pick<Database, 'db'>
  readonly before: Date
  /** Told how many are gone; what it throws stops between two batches. */
  readonly tick: Tick
}

/** Removes runs that ended long ago and to which nothing refers; gives how many. */
export async function removeOldRuns({ database, before, tick }: OldRunsOrder): Promise<number> {
  let removed = 0
  for (;;) {
    const { rows } = await deleteOldRuns({ before, limit: BATCH }).execute(database.db)
    const count = rows[0]?.count ?? 0
    removed += count
    tick(removed, null)
    if (count < BATCH) return removed
  }
}
