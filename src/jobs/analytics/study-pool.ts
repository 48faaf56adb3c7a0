import { availableParallelism } from 'node:os'

import type { AnomalyAnswer } from '../../analytics/anomaly/anomaly.ts'
import type { JudgeOrder } from '../../analytics/study/judge-now.ts'
import type { StudyOrder } from '../../analytics/study/study-series.ts'
import { threadPool } from '../thread-pool.ts'
import type { StudyOutcome } from './study-thread.ts'

/** Threads that study series, so that whoever asks stays responsive. */
export interface StudyPool {
  /** Studies in their order; those of one call go to one thread. Rejects once `signal` is aborted. */
  study(orders: readonly StudyOrder[], signal?: AbortSignal): Promise<StudyOutcome[]>
  /** Judges one series as somebody asks. */
  judge(order: JudgeOrder): Promise<AnomalyAnswer>
  close(): Promise<void>
}

const MOST_THREADS = 4

/**
 * A pool with a thread for each processor, four at most; they start when they are needed, and end once nothing was asked
 * of them for `idleMs`.
 */
export function openStudyPool(
  threads = Math.min(availableParallelism(), MOST_THREADS),
  idleMs = 0,
): StudyPool {
  const pool = threadPool({
    filename: new URL('study-thread.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
  })
  return {
    study: (orders, signal) => pool.run(orders, { name: 'study', ...(signal ? { signal } : {}) }),
    judge: (order) => pool.run(order, { name: 'judge' }),
    close: () => pool.destroy(),
  }
}
