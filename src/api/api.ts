import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { ServerSettings } from '../config-server.ts'
import type { JobDesk } from '../jobs/queue/ask.ts'
import type { Caller } from './caller.ts'

/** What the server stands on. */
export interface Api {
  readonly app: App
  readonly settings: ServerSettings
  readonly log: FastifyBaseLogger
  /** How routes have work done that goes on after they answered. */
  readonly jobs: Pick<JobDesk, 'ask' | 'stop'>
  /** Who sends a request, null where nobody is signed in; by its token or its cookies unless given. */
  identify?(request: FastifyRequest): Promise<Caller | null>
}
