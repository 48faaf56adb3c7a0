import type { FastifyRequest } from 'fastify'
import type { Job } from '../jobs/queue/job.ts'
import type { Language } from '../language/language.ts'
import type { Api } from './api.ts'
import type { Caller } from './caller.ts'

/** A request that has work done. */
export interface Asking {
  readonly caller: Caller | null
  readonly language: Language
  readonly raw: Pick<FastifyRequest, 'id' | 'log'>
}

/** Asks for a job in the name of who sends a request, and gives its run; the log tells which request asked for which. */
export async function startJob(
  { app, jobs }: Pick<Api, 'app' | 'jobs'>,
  job: Job,
  { caller, language, raw }: Asking,
): Promise<{ run: number }> {
  const actor = caller?.name ?? app.who.actor
  const run = await jobs.ask(job, { actor, cause: 'person', language, request: raw.id })
  raw.log.info({ run, task: job.task, who: actor }, 'asked for')
  return { run }
}
