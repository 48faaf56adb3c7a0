import type { FastifyInstance } from 'fastify'
import { listConcerns } from '../contract/concerns.ts'
import { concernsNow } from '../jobs/alert.task.ts'
import { voiceOf } from '../reports/voice.ts'
import { concernWords } from '../watch/concern-words.ts'
import { concernStore } from '../watch/store.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** What is wrong now. */
export function concernRoutes(http: FastifyInstance, { app }: Api): void {
  const store = concernStore(app.database)

  handle(http, listConcerns, async ({ language }) => {
    const concerns = await concernsNow(app)
    const since = await store.standingSince()
    const voice = voiceOf(language, app.settings.timeZone)
    const items = concerns.map((concern) => ({
      ...{ kind: concern.kind, key: concern.key, details: { ...concern.details } },
      since: since.get(concern.key)?.toISOString() ?? null,
      pastAt: concern.pastAt?.toISOString() ?? null,
      says: concernWords(concern, voice),
    }))
    return { items, total: items.length }
  })
}
