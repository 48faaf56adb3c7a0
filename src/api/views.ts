import type { FastifyInstance } from 'fastify'
import { viewStore } from '../access/views/store.ts'
import { deleteView, listViews, saveView } from '../contract/views.ts'
import { AppError } from '../lib/errors.ts'
import type { Api } from './api.ts'
import type { Caller } from './caller.ts'
import { handle } from './handle.ts'

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

/** Whose views are meant: of a token those of its person. Throws `access.person-needed`. */
function personOf(caller: Caller | null): number {
  if (caller === null) throw new AppError('request.not-signed-in', {})
  if (caller.personId === null) throw new AppError('access.person-needed', {})
  return caller.personId
}
