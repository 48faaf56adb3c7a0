import type { FastifyInstance } from 'fastify'
import { viewStore } from '../access/views/store.ts'
import { deleteView, listViews, saveView } from '../contract/views.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'
import { personOf } from './person-of.ts'

/** Views that people save; each sees and changes their own alone. */
export function viewRoutes(http: FastifyInstance, { app }: Api): void {
  const views = viewStore(app.database)

  handle(http, listViews, async ({ caller }) => {
    const items = await views.list(personOf(caller))
    return {
      items: items.map((view) => ({ ...view, changedAt: view.changedAt.toISOString() })),
      total: items.length,
    }
  })

  handle(http, saveView, async ({ params: { name }, body, caller }) => {
    const now = app.now()
    const view = { name: name.normalize('NFC'), ...body }
    await views.put(personOf(caller), view, now)
    return { ...view, changedAt: now.toISOString() }
  })

  handle(http, deleteView, async ({ params: { name }, caller }) => {
    await views.delete(personOf(caller), name.normalize('NFC'))
    return { name }
  })
}
