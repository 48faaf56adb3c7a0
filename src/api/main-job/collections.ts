import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { CollectionAsKept } from '../../collect/queries.ts'
import { collectionStore, type ShownCollection } from '../../collect/store.ts'
import { acceptCollection, getCollection, listCollections } from '../../contract/collections.ts'
import { acceptHeld } from '../../jobs/accept-held.task.ts'
import { MISSING_WORDS, NOTE_WORDS, REJECTION_WORDS } from '../../language/delivery-words.ts'
import { heldCollectionWords, missingAtWords } from '../../language/hold-words.ts'
import { type Language, say } from '../../language/language.ts'
import type { Api } from '../api.ts'
import { handle } from '../handle.ts'
import { taskContext } from '../task-context.ts'
import { keptFailureText } from '../told-failure.ts'

type Listed = z.input<(typeof listCollections)['response']>['items'][number]
type InFull = z.input<(typeof getCollection)['response']>

/** What sources delivered, what was refused of it, and letting a held delivery pass. */
export function collectionRoutes(http: FastifyInstance, api: Api): void {
  const collections = collectionStore(api.app.database)

  handle(http, listCollections, async ({ query, language }) => {
    const { limit, offset, state = null, source_name: source = null } = query
    const { items, total } = await collections.recent({ limit, offset, state, source })
    return { items: items.map((each) => listed(each, language)), total }
  })

  handle(http, getCollection, async ({ params: { id }, query, language }) =>
    inFull(await collections.get(id, query), language),
  )

  handle(http, acceptCollection, async ({ params: { id }, body, caller, language }) => {
    const context = taskContext(api, { caller, language })
    const [by, reason] = [context.who.actor, body?.reason ?? null]
    const { run } = await acceptHeld(context, { kind: 'collection', id, by, reason })
    return { run, id, by, reason }
  })
}

function listed(collection: CollectionAsKept, language: Language): Listed {
  const { id, run, source, day, state, records, rejected, overtakenBy, acceptedBy } = collection
  const { startedAt, endedAt, holds } = collection
  return {
    ...{ id, run, source, day, try: collection.try, state, records, rejected },
    holds: holds.map((hold) => ({
      code: hold.code,
      text: say(heldCollectionWords(hold, null), language),
    })),
    ...{ overtakenBy, acceptedBy },
    ...{ startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() },
  }
}

function inFull(collection: ShownCollection, language: Language): InFull {
  const { origin, inputHash, inputBytes, notes, missing, error, history } = collection
  const { isPruned, acceptedAt, acceptReason, rejections, rejected } = collection
  return {
    ...listed(collection, language),
    ...{ origin, inputHash, inputBytes, history, isPruned, acceptReason },
    notes: notes.map((note) => ({ ...note, text: say(NOTE_WORDS[note.code], language) })),
    missing: missing.map((part) => ({
      ...part,
      text: say(missingAtWords(MISSING_WORDS[part.code], part), language),
    })),
    error: error && { ...error, text: keptFailureText(error, language) ?? error.code },
    acceptedAt: acceptedAt?.toISOString() ?? null,
    rejections: {
      items: rejections.map(({ place, code, raw }) => ({
        ...{ place, code, raw, text: say(REJECTION_WORDS[code], language) },
      })),
      total: rejected,
    },
  }
}
