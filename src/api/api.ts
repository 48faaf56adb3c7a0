import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import type { App } from '../app.ts'
import type { ServerSettings } from '../config-server.ts'
import type { JobDesk } from '../jobs/queue/ask.ts'
import type { Caller } from './caller.ts'
import type { RememberedAnswers } from './remembered-answers.ts'

/** What the server stands on. */
export interface Api {
  readonly app: App
  readonly settings: ServerSettings
  readonly log: FastifyBaseLogger
  /** How routes have work done that goes on after they answered. */
  readonly jobs: Pick<JobDesk, 'ask' | 'stop'>
  /** Answers of before that still hold; none are kept unless given. */
  readonly answers?: RememberedAnswers
  /** Who sends a request, null where nobody is signed in; by its token or its cookies unless given. */
  identify?(request: FastifyRequest): Promise<Caller | null>
}
