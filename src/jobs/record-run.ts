import type { Database } from '../db/database.ts'
import { errorCode } from '../db/system-error.ts'
import { AppError, isAppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import {
  beginRun,
  endDeadRuns,
  endRun,
  insertLog,
  insertRun,
  type Lane,
  laneOf,
  type NewRun,
  type RunState,
  type RunTry,
  runningRun,
} from './queries.ts'
import { stoppableProgress } from './stoppable-progress.ts'
import { type RunWatch, watchRun } from './watch-run.ts'

/** What a task leaves behind: how it ended, and its typed summary. */
export interface TaskResult<Summary> {
  readonly state: Exclude<RunState, 'queued' | 'running' | 'interrupted'>
  readonly summary: Summary
}

/** A run under way. */
export interface RunHandle {
  readonly id: number
  /** Shows steps as the given progress does, and keeps how long each took. */
  readonly progress: Progress
}

/** Where a task runs, and who asked for it. */
export interface RunPlace {
  readonly database: Database
  readonly run: NewRun
  readonly progress: Progress
  /** Aborted by whoever wants it to stop; absent where nobody can. */
  readonly signal?: AbortSignal | undefined
  /** Whoever holds the lane and stands still for so long loses it; absent where nobody does. */
  readonly silentMs?: number | undefined
  /** The run that was asked for and is now to be done; it waits for its lane. Absent where it is begun at once. */
  readonly asked?: number | undefined
}

/**
 * Runs a task alone in its lane and keeps who ran it, how far it is, how long each step took and what came of it.
 * Throws `run.busy` when another process is at work, `run.cancelled` when it was stopped on request; runs whose
 * process died are closed as interrupted.
 */
export async function recordRun<Summary>(
  place: RunPlace,
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
): Promise<TaskResult<Summary> & { readonly run: number }> {
  const { database, run, progress, signal, asked } = place
  const lane = laneOf(run.task)
  const lock = await enter(place, lane, patienceOf(lane, asked))
  try {
    const mine = await begun(database, run, { lane, asked })
    const watch = watchRun({ ...mine, database, progress, lock, signal })
    try {
      return { ...(await workAndKeep({ database, mine, watch }, work)), run: mine.id }
    } finally {
      await watch.end()
    }
  } finally {
    await lock.release()
  }
}

/** Another lane than the one a run is in. */
export interface OtherLane extends Pick<RunPlace, 'database' | 'signal' | 'silentMs'> {
  readonly lane: Lane
  /** Whether it waits for what goes on there; `run.busy` is thrown otherwise. */
  readonly waits: boolean
}

/**
 * Does work of a run while nothing else is done in another lane, and stops it once that lane is lost (`run.lock-lost`).
 * Throws `run.busy`, and `run.cancelled` when asked to stop.
 */
export async function aloneIn<T>(
  { lane, waits, ...place }: OtherLane,
  { id, progress }: RunHandle,
  work: (handle: RunHandle) => Promise<T>,
): Promise<T> {
  const patienceMs = waits ? Number.POSITIVE_INFINITY : 0
  const lock = await enter({ ...place, asked: id }, lane, patienceMs)
  const assertAlone = () => {
    if (lock.isLost()) throw new AppError('run.lock-lost', { id })
  }
  try {
    return await work({ id, progress: stoppableProgress(progress, assertAlone) })
  } finally {
    await lock.release()
  }
}

type Lock = NonNullable<Awaited<ReturnType<Database['tryExclusive']>>>

/** What people say, alerts and housekeeping take little: whoever comes second waits for the first. */
const SHORT_WORK_MS = 60_000

/** Takes a lane, at once or as soon as it is free within so long. Throws `run.busy`, and `run.cancelled` when asked to stop. */
async function enter(
  { database, signal, silentMs, asked = 0 }: Omit<RunPlace, 'run' | 'progress'>,
  lane: Lane,
  patienceMs: number,
): Promise<Lock> {
  const lock = await database.tryExclusive(lane, { forMs: patienceMs, signal, silentMs })
  if (lock) return lock
  throw signal?.aborted ? new AppError('run.cancelled', { id: asked }) : await busy(database, lane)
}

/** How long a run waits for its lane: what was asked for as long as it takes. */
function patienceOf(lane: Lane, asked: number | undefined): number {
  if (asked !== undefined) return Number.POSITIVE_INFINITY
  return lane === 'main-job' || lane === 'ingest' || lane === 'figures' ? 0 : SHORT_WORK_MS
}

/** A run that begins now; it waits for nothing any more. */
async function begun(
  { db }: Database,
  run: NewRun,
  { lane, asked }: { readonly lane: Lane; readonly asked: number | undefined },
): Promise<RunTry> {
  await endDeadRuns(lane, asked ?? null).execute(db)
  if (asked === undefined) {
    const [row] = (await insertRun(run).execute(db)).rows
    if (row === undefined) throw new Error('the run was not kept')
    return { id: row.id, tries: 1 }
  }
  const [row] = (await beginRun(asked, run).execute(db)).rows
  if (row === undefined) throw new AppError('run.not-waiting', { id: asked })
  const { host, pid } = run
  const kind = row.tries === 1 ? 'started' : 'taken-over'
  await insertLog(asked, kind, { host, pid, tries: row.tries }).execute(db)
  return { id: asked, tries: row.tries }
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
  { database, mine, watch }: { database: Database; mine: RunTry; watch: RunWatch },
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
): Promise<TaskResult<Summary>> {
  const { db } = database
  const { progress, steps } = watch
  try {
    const result = await work({ id: mine.id, progress })
    const { state, summary } = result
    await endRun(mine, { state, steps, summary, error: null }).execute(db)
    return result
  } catch (error) {
    const state = endingOf(error)
    await endRun(mine, { state, steps, summary: null, error: keptError(error) }).execute(db)
    throw error
  }
}

/** A failure as a run keeps it: of one without a name its kind alone, since its words may hold what was read. */
export function keptError(error: unknown): object {
  if (error instanceof AppError) return { code: error.code, details: error.details }
  return { bug: errorCode(error) ?? (error instanceof Error ? error.name : 'unknown') }
}

function endingOf(error: unknown): 'held' | 'interrupted' | 'failed' {
  if (isAppError(error, 'plan.held')) return 'held'
  if (isAppError(error, 'access.second-person-needed')) return 'held'
  return isAppError(error, 'run.cancelled') ? 'interrupted' : 'failed'
}
