import type { FastifyInstance } from 'fastify'
import { listInbox, takeInbox } from '../contract/inbox.ts'
import { filesInInbox } from '../jobs/events/inbox.task.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { startJob } from './start-job.ts'

/** The folder in which files of events are laid. */
export function inboxRoutes(http: FastifyInstance, api: Api): void {
  handle(http, listInbox, async () => {
    const files = await filesInInbox(api.app)
    const items = files.map(({ source, name, bytes, modifiedMs }) => ({
      ...{ source, name, bytes, changedAt: new Date(modifiedMs).toISOString() },
    }))
    return { items, total: items.length }
  })

  handle(http, takeInbox, async (asking) => {
    if (api.app.settings.events.inbox === null) throw new AppError('inbox.not-configured', {})
    return startJob(api, { task: 'ingest' }, asking)
  })
}
