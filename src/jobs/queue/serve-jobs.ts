import { setInterval } from 'node:timers'
import type { PgBoss } from 'pg-boss'
import type { JobContext } from '../context.ts'
import { insertLog, LANES, type Lane } from '../queries.ts'
import type { JobDesk } from './ask.ts'
import { askDue } from './ask-due.ts'
import { doJob, type JobLog } from './do-job.ts'
import type { AskedBy } from './job.ts'
import { endGivenUp } from './queries.ts'
import type { TimetableEntry } from './timetable.ts'

/** What a server works with. */
export interface JobServerParts {
  readonly context: JobContext
  readonly boss: PgBoss
  readonly desk: JobDesk
  readonly entries: readonly TimetableEntry[]
  readonly log: JobLog
}

/** A process that does jobs. */
export interface JobServer {
  /** Looks at once whether there is something to do in a lane. */
  wake(lane: Lane): void
  /** Takes no more jobs; what is under way ends at its next safe point and goes back into the queue. */
  quiet(): void
  /** The same, and leaves the queue once nothing is under way. */
  stop(): Promise<void>
}

const LOOK_FOR_DUE_MS = 10_000
const POLL_SECONDS = 1
const HEARTBEAT_REFRESH_SECONDS = 2
/** What cannot stop in that time is taken over by another server when this one is gone. */
const STOP_WITHIN_MS = 60_000

/** Does what is asked for, lane by lane, and asks for what is due. */
export async function serveJobs(parts: JobServerParts): Promise<JobServer> {
  const { context, boss, desk, log } = parts
  const stopping = new AbortController()
  const workshop = { context, desk, stopping: stopping.signal, log }
  const workers = new Map<Lane, string>()
  for (const lane of LANES) {
    const options = {
      ...({ includeMetadata: true, batchSize: 1 } as const),
      // nobody is told of a job whose time to be tried again has come, or whose lane another server left
      ...{ pollingIntervalSeconds: POLL_SECONDS, notifyPollingIntervalSeconds: POLL_SECONDS },
      heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
    }
    const worker = await boss.work(lane, options, async ([job]) => {
      if (!job) return
      const isLast = job.retryCount >= job.retryLimit
      await doJob(workshop, { data: job.data, isLast, signal: job.signal })
      boss.notifyWorker(worker) // the next may wait already
    })
    workers.set(lane, worker)
  }
  let looking: Promise<unknown> = Promise.resolve()
  const look = () => {
    looking = looking
      .then(() => askForDue(parts))
      .catch((error) => log.error({ err: error }, 'what is due was not found out'))
  }
  look()
  const timer = setInterval(look, LOOK_FOR_DUE_MS)
  const quiet = () => {
    clearInterval(timer)
    stopping.abort()
    for (const lane of workers.keys()) {
      boss.offWork(lane, { wait: false }).catch(() => {}) // leaving the queue does it as well
    }
  }
  return {
    wake: (lane) => {
      const worker = workers.get(lane)
      if (worker !== undefined) boss.notifyWorker(worker)
    },
    quiet,
    stop: async () => {
      quiet()
      await looking
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS })
    },
  }
}

async function askForDue({ context, desk, entries, log }: JobServerParts): Promise<void> {
  const { database, settings, now, language } = context
  const by: AskedBy = { actor: 'schedule', cause: 'schedule', language }
  const look = { database, desk, entries, timeZone: settings.timeZone, now: now(), by }
  for (const { id } of (await endGivenUp().execute(database.db)).rows) {
    await insertLog(id, 'given-up', {}).execute(database.db)
    log.error({ run: id }, 'the queue has given this run up')
  }
  for (const asked of await askDue(look)) log.info(asked, 'due')
}
