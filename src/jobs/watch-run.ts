import { setInterval } from 'node:timers'
import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import { beatRun, insertLog, type RunProgress, type RunTry } from './queries.ts'
import { stoppableProgress } from './stoppable-progress.ts'

/** A run that is looked after while it is at work. */
export interface RunWatch {
  /** Shows steps as the given progress does, keeps how long each took, and stops where it must not go on. */
  readonly progress: Progress
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  end(): Promise<void>
}

/** What a watch looks at. */
export interface Watched extends RunTry {
  readonly database: Pick<Database, 'db'>
  readonly progress: Progress
  /** Once it is lost another may be at work. */
  readonly lock: { isLost(): boolean }
  readonly signal?: AbortSignal | undefined
}

/** How often a run says that it is at work, and hears whether somebody wants it to stop. */
const BEAT_MS = 1000

/**
 * Looks after a run: keeps how far it is for whoever asks, and stops it between two steps or batches once its lock is
 * lost or its try is another's (`run.lock-lost`) or somebody asked for that (`run.cancelled`).
 */
export function watchRun({ database: { db }, progress, lock, signal, ...mine }: Watched): RunWatch {
  const { id } = mine
  const steps: { name: string; ms: number }[] = []
  const state = { now: null as RunProgress | null, isCancelled: false, isTaken: false }
  let beating: Promise<void> = Promise.resolve()
  const beat = async () => {
    const { rows } = await beatRun(mine, state.now).execute(db)
    state.isTaken = rows.length === 0
    state.isCancelled = rows[0]?.isCancelled ?? false
  }
  const timer = setInterval(() => {
    beating = beating.then(beat).catch(() => {}) // what the run does itself tells of a lost database
  }, BEAT_MS)
  const assertMayGoOn = () => {
    if (lock.isLost() || state.isTaken) throw new AppError('run.lock-lost', { id })
    if (signal?.aborted || state.isCancelled) throw new AppError('run.cancelled', { id })
  }
  const kept: Progress = {
    step: async (name, work) => {
      const started = performance.now()
      state.now = { step: name, done: 0, total: null }
      await insertLog(id, 'step', { step: name }).execute(db)
      try {
        return await progress.step(name, (tick) =>
          work((done, total) => {
            state.now = { step: name, done, total }
            tick(done, total)
          }),
        )
      } finally {
        const ms = Math.round(performance.now() - started)
        steps.push({ name, ms })
        state.now = null
      }
    },
  }
  return {
    steps,
    end: async () => {
      clearInterval(timer)
      await beating
    },
    progress: stoppableProgress(kept, assertMayGoOn),
  }
}
