import type { Database } from '../db/database.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import {
  endDeadRuns,
  endRun,
  insertRun,
  type Lane,
  laneOf,
  type NewRun,
  type RunState,
  runningRun,
} from './queries.ts'

/** What a task leaves behind: how it ended, and its typed summary. */
export interface TaskResult<Summary> {
  readonly state: Exclude<RunState, 'running' | 'interrupted'>
  readonly summary: Summary
}

/** A run under way. */
export interface RunHandle {
  readonly id: number
  /** Shows steps as the given progress does, and keeps how long each took. */
  readonly progress: Progress
}

/**
 * Runs a task alone in its lane and keeps who ran it, how long each step took and what came of it. Throws
 * `run.busy` when another process is at work; runs whose process died are closed as interrupted.
 */
export async function recordRun<Summary>(
  { database, run, progress }: { database: Database; run: NewRun; progress: Progress },
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
): Promise<TaskResult<Summary> & { readonly run: number }> {
  const lane = laneOf(run.task)
  const lock = await database.tryExclusive(lane)
  if (!lock) throw await busy(database, lane)
  try {
    await endDeadRuns(lane).execute(database.db)
    const { rows } = await insertRun(run).execute(database.db)
    const id = rows[0]?.id
    if (id === undefined) throw new Error('the run was not kept')
    const watched = watchedBy(lock, { id, progress })
    return { ...(await workAndKeep({ database, id, progress: watched }, work)), run: id }
  } finally {
    await lock.release()
  }
}

async function busy(database: Database, lane: Lane): Promise<AppError> {
  const { rows } = await runningRun(lane).execute(database.db)
  const [other] = rows
  return new AppError('run.busy', {
    id: other?.id ?? 0,
    task: other?.task ?? '?',
    actor: other?.actor ?? '?',
    host: other?.host ?? '?',
    pid: other?.pid ?? 0,
    since: other?.startedAt.toISOString() ?? '?',
  })
}

async function workAndKeep<Summary>(
  { database, id, progress }: { database: Database; id: number; progress: Progress },
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
): Promise<TaskResult<Summary>> {
  const steps: { name: string; ms: number }[] = []
  try {
    const result = await work({ id, progress: timed(progress, steps) })
    const { state, summary } = result
    await endRun(id, { state, steps, summary, error: null }).execute(database.db)
    return result
  } catch (error) {
    const kept =
      error instanceof AppError
        ? { code: error.code, details: error.details }
        : { bug: String(error) }
    const state = isAppError(error, 'plan.held') ? 'held' : 'failed'
    await endRun(id, { state, steps, summary: null, error: kept }).execute(database.db)
    throw error
  }
}

/** Stops the work between two steps or batches once the lock is lost: another may be at work by then. */
function watchedBy(
  lock: { isLost(): boolean },
  { id, progress }: { id: number; progress: Progress },
): Progress {
  const watch = () => {
    if (lock.isLost()) throw new AppError('run.lock-lost', { id })
  }
  return {
    step: (name, work) => {
      watch()
      return progress.step(name, (tick) =>
        work((done, total) => {
          watch()
          tick(done, total)
        }),
      )
    },
  }
}

function timed(progress: Progress, steps: { name: string; ms: number }[]): Progress {
  return {
    step: async (name, work) => {
      const started = performance.now()
      try {
        return await progress.step(name, work)
      } finally {
        steps.push({ name, ms: Math.round(performance.now() - started) })
      }
    },
  }
}
