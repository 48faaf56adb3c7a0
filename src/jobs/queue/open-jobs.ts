import type { Database } from '../../db/database.ts'
import type { JobContext } from '../context.ts'
import { type JobDesk, jobDesk } from './ask.ts'
import type { JobLog } from './do-job.ts'
import { nothingToDoFor } from './nothing-to-do.ts'
import { openBoss } from './open-boss.ts'
import { type JobServer, serveJobs } from './serve-jobs.ts'
import { entriesOf, type Timetable } from './timetable.ts'

/** The queue as one process sees it. */
export interface Jobs {
  readonly desk: JobDesk
  /** Begins to do jobs, where that is wanted. */
  begin(): Promise<void>
  /** Takes no more jobs; what is under way here ends at its next safe point and goes back into the queue. */
  quiet(): void
  /** The same, and leaves the queue once nothing is under way. */
  close(): Promise<void>
}

/** How a process takes part. */
export interface JobsOrder {
  readonly context: JobContext & { readonly database: Database }
  readonly log: JobLog
  /** When things are done by themselves; null where this process asks for jobs and does none. */
  readonly timetable: Timetable | null
}

/** Opens the queue on the database. */
export async function openJobs({ context, log, timetable }: JobsOrder): Promise<Jobs> {
  const boss = await openBoss(context.database, {
    looksAfter: timetable !== null,
    onError: (error) => log.error({ err: error }, 'the queue has trouble'),
  })
  const server: { now: JobServer | null } = { now: null }
  const { database, who } = context
  const desk = jobDesk({ database, who, boss, wake: (lane) => server.now?.wake(lane) })
  return {
    desk,
    begin: async () => {
      if (timetable === null) return
      const entries = entriesOf(timetable, nothingToDoFor(context))
      server.now = await serveJobs({ context, boss, desk, entries, log })
    },
    quiet: () => server.now?.quiet(),
    close: async () => {
      if (server.now) await server.now.stop()
      else await boss.stop({ graceful: false })
    },
  }
}
