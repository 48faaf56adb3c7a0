import type { RecomputedDays } from '../../events/daily/queries.ts'
import { type Recomputed, seriesStore } from '../../events/daily/store.ts'
import type { JobContext } from '../context.ts'
import type { RunHandle, TaskResult } from '../record-run.ts'

/** What working daily figures out anew came to. */
export interface RecomputeSummary extends RecomputedDays, Recomputed {}

/**
 * Works the daily figures of events out anew from the events themselves, within a run `recompute`: then no file of
 * events is taken in meanwhile. Those of machines and findings are counted where they are kept.
 */
export async function recomputeWithin(
  { database }: Pick<JobContext, 'database'>,
  { progress }: Pick<RunHandle, 'progress'>,
  days: RecomputedDays,
): Promise<TaskResult<RecomputeSummary>> {
  const store = seriesStore(database)
  const done = await progress.step('count-figures', () => store.recompute(days))
  const isOdd = done.corrected + done.removed > 0
  return { state: isOdd ? 'differences' : 'agreed', summary: { ...days, ...done } }
}
