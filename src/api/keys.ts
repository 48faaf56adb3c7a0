import type { FastifyInstance } from 'fastify'
import { listKeys, rotateKeys } from '../contract/keys.ts'
import { listKeys as keysNow } from '../jobs/fleet/rotate-keys.task.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { startJob } from './start-job.ts'
import { taskContext } from './task-context.ts'

/** The keys that seal what is kept of vendors and files. */
export function keyRoutes(http: FastifyInstance, api: Api): void {
  handle(http, listKeys, async ({ caller, language }) => {
    const items = await keysNow(taskContext(api, { caller, language }))
    return { items, total: items.length }
  })

  handle(http, rotateKeys, (asking) => startJob(api, { task: 'rotate-keys' }, asking))
}
