import { reachedFrom } from '../../db/reached-database.ts'
import type { JobContext } from '../context.ts'
import { threadPool } from '../thread-pool.ts'
import { type Rehearsal, setupOf } from './rehearse-day.task.ts'
import type { RehearsalAnswer, RehearsalOrder } from './rehearse-thread.ts'

/**
 * Rehearses a day on a thread of its own, with a session of its own to read it: a large fleet takes seconds, in which
 * whoever else asks is answered. Keeps nothing; tells `limit` of each list.
 */
export async function rehearseOnThread(
  { database, settings }: Pick<JobContext, 'database' | 'settings'>,
  { other, day, limit }: Rehearsal & { readonly limit: number },
): Promise<RehearsalAnswer> {
  const order: RehearsalOrder = {
    ...{ reached: reachedFrom(database), day, limit },
    ...{ today: setupOf(settings), other: setupOf(other) },
  }
  const filename = new URL('rehearse-thread.ts', import.meta.url).href
  const thread = threadPool({ filename, minThreads: 0, maxThreads: 1 })
  return await thread.run(order, { name: 'rehearse' }).finally(() => thread.destroy())
}
