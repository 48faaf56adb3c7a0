import { clearTimeout, setTimeout } from 'node:timers'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { answersOf } from '../api/remembered-answers.ts'
import { createServer } from '../api/server.ts'
import type { App } from '../app.ts'
import type { ServerSettings } from '../config-server.ts'
import { hearChanges } from '../db/heard-changes.ts'
import { isSystemError } from '../db/system-error.ts'
import { openJobs } from '../jobs/queue/open-jobs.ts'
import { AppError } from '../lib/errors.ts'

/** A server that listens and does jobs. */
export interface Serving {
  /** Where it listens, as one types it. */
  readonly address: string
  close(): Promise<void>
}

/** Whoever still sends something so long after a server was asked to stop is not waited for. */
const STOP_LISTENING_WITHIN_MS = 20_000

/** Serves the API and the web app, and does jobs where the schedule has it so. Throws `server.port-taken`. */
export async function startServing(app: App, log: FastifyBaseLogger): Promise<Serving> {
  const { server: settings, schedule } = app
  const jobs = await openJobs({ context: app, log, timetable: schedule.jobs ? schedule : null })
  try {
    const answers = answersOf(app)
    const http = await createServer({ app, settings, log, jobs: jobs.desk, answers })
    const onLoss = (err: unknown) => log.warn({ err }, 'changes are not heard of')
    // a replica comes to know of a change later than it is told of
    const hearing = app.reader === null ? hearChanges({ ...app.database, onLoss }, answers) : null
    http.addHook('onClose', () => hearing?.close())
    const address = await listen(http, settings)
    await jobs.begin()
    const close = async () => {
      jobs.quiet()
      await stopListening(http)
      await jobs.close()
    }
    return { address, close }
  } catch (error) {
    await jobs.close() // what looks after jobs would keep the process alive
    throw error
  }
}

async function listen(
  http: FastifyInstance,
  { host, port }: Pick<ServerSettings, 'host' | 'port'>,
): Promise<string> {
  try {
    return await http.listen({ host, port })
  } catch (cause) {
    await http.close()
    if (!isSystemError(cause, 'EADDRINUSE')) throw cause
    throw new AppError('server.port-taken', { host, port }, { cause })
  }
}

/** Lets requests under way come to their end, for a while. */
async function stopListening(http: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => http.server.closeAllConnections(), STOP_LISTENING_WITHIN_MS)
  await http.close()
  clearTimeout(timer)
}
