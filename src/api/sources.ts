import type { FastifyInstance } from 'fastify'
import { listSources } from '../contract/sources.ts'
import { seriesStore } from '../events/daily/store.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** Where daily figures come from. */
export function sourceRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, listSources, async ({ query: { limit, offset } }) => {
    const sources = await seriesStore(app.database).sources()
    const items = sources.slice(offset, offset + limit).map(({ lastUploadAt, ...source }) => ({
      ...source,
      lastUploadAt: lastUploadAt?.toISOString() ?? null,
    }))
    return { items, total: sources.length }
  })
}
