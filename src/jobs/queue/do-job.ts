import { isAppError } from '../../lib/errors.ts'
import { SILENT } from '../../lib/progress.ts'
import type { JobContext } from '../context.ts'
import { insertLog } from '../queries.ts'
import { keptError } from '../record-run.ts'
import type { JobDesk } from './ask.ts'
import { followersOf } from './followers.ts'
import { AskedJob } from './job.ts'
import { mayPass } from './may-pass.ts'
import { endWaiting, letWait } from './queries.ts'
import { runJob } from './run-job.ts'

/** Where jobs are done. */
export interface Workshop {
  readonly context: JobContext
  readonly desk: Pick<JobDesk, 'ask' | 'putBack'>
  /** Aborted when the server is to stop: what is under way goes back into the queue. */
  readonly stopping: AbortSignal
  readonly log: JobLog
}

/** What a server says of its jobs, for its log. */
export interface JobLog {
  info(said: object, words: string): void
  error(said: object, words: string): void
}

/** One try of a job, as the queue hands it out. */
export interface JobTry {
  readonly data: unknown
  /** Whether the queue gives it out again when it fails. */
  readonly isLast: boolean
  /** Aborted when the queue no longer waits for it. */
  readonly signal: AbortSignal
}

/**
 * Does a job and asks for what follows it. Throws what the queue is to try again for: a failure that may pass. What a
 * server that stops was at is put back. Any other failure stands in the run, and the job is done.
 */
export async function doJob(workshop: Workshop, { data, isLast, signal }: JobTry): Promise<void> {
  const { context, desk, stopping, log } = workshop
  const asked = AskedJob.parse(data)
  const { run, job, by } = asked
  const said = { run, task: job.task, who: by.actor, request: by.request }
  const own: JobContext = {
    ...{ ...context, asked: run, progress: SILENT, language: by.language },
    ...{ signal: AbortSignal.any([stopping, signal]) },
    who: { ...context.who, actor: by.actor, cause: by.cause },
  }
  const started = performance.now()
  log.info(said, 'job begins')
  try {
    const { state, didNothing = false } = await runJob(own, job)
    log.info({ ...said, state, ms: Math.round(performance.now() - started) }, 'job done')
    await askForFollowers(desk, asked, didNothing)
  } catch (error) {
    if (isAppError(error, 'run.not-waiting')) {
      log.info(said, 'job has ended before, or is not wanted any more')
      return askForFollowers(desk, asked, false) // whoever ended it may have died before asking
    }
    if (stopping.aborted && isAppError(error, 'run.cancelled')) {
      log.info(said, 'job goes back into the queue')
      return desk.putBack(asked, null)
    }
    if (mayPass(error) && !isLast) {
      log.info({ ...said, err: error }, 'job will be tried again')
      await waitAgain(context, run, error)
      throw error
    }
    await endWaiting(run, 'failed', keptError(error)).execute(context.database.db)
    log.error({ ...said, err: error }, 'job failed')
  }
}

async function askForFollowers(
  desk: Workshop['desk'],
  { job, by }: AskedJob,
  didNothing: boolean,
): Promise<void> {
  for (const next of followersOf(job, { didNothing })) {
    await desk.ask(next, { ...by, cause: 'schedule' })
  }
}

/** The queue keeps the job under its number, and gives it out again after a while. */
async function waitAgain(
  { database: { db }, who: { host, pid } }: JobContext,
  run: number,
  error: unknown,
): Promise<void> {
  const kept = keptError(error)
  await insertLog(run, 'retry', kept).execute(db)
  await letWait({ id: run, error: kept, host, pid }).execute(db)
}
