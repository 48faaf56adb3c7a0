import { copyRows } from '../db/copy.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../lib/errors.ts'
import type { Rejection } from '../sources/source.ts'
import {
  acceptCollection,
  type Collection,
  collectionById,
  collectionsOfPlan,
  collectionsOfRun,
  insertCollection,
  lastAcceptedRecords,
  type NewCollection,
  rejectionsOf,
} from './queries.ts'

/** Deliveries as kept: written whole or not at all. */
export function collectionStore(database: Database) {
  return {
    async lastAccepted(source: string): Promise<number | null> {
      const { rows } = await lastAcceptedRecords(source).execute(database.db)
      return rows[0]?.records ?? null
    },

    add(collection: NewCollection): Promise<number> {
      return database.transaction(async ({ db, client }) => {
        const { rows } = await insertCollection(collection).execute(db)
        const id = rows[0]?.id
        if (id === undefined) throw new Error('the collection was not kept')
        const target = {
          table: 'rejection',
          columns: ['collection_id', 'n', 'place', 'code', 'raw'],
        }
        const rejections = collection.rejections.map(({ place, code, raw }, index) => [
          id,
          index + 1,
          place,
          code,
          raw,
        ])
        await copyRows(client, target, rejections)
        return id
      })
    },

    /** The deliveries a plan was made from, each with the cells and rows refused of it. */
    async ofPlan(planId: number): Promise<KeptDelivery[]> {
      const { rows: collections } = await collectionsOfPlan(planId).execute(database.db)
      const ids = collections.map(({ id }) => id)
      const { rows: rejections } = await rejectionsOf(ids).execute(database.db)
      const byCollection = Map.groupBy(rejections, ({ collection }) => collection)
      return collections.map((collection) => ({
        ...collection,
        rejections: byCollection.get(collection.id) ?? [],
      }))
    },

    async ofRun(runId: number): Promise<Collection[]> {
      return (await collectionsOfRun(runId).execute(database.db)).rows
    },

    /** Accepts a held delivery; refuses one that held nothing that could be accepted. */
    async accept(id: number, by: string, reason: string | null): Promise<void> {
      const { rows } = await collectionById(id).execute(database.db)
      const [found] = rows
      if (!found) throw new AppError('collection.not-found', { id })
      if (found.state !== 'held') {
        throw new AppError('collection.not-held', { id, state: found.state })
      }
      if (found.holds.some((hold) => hold.code === 'header-not-found')) {
        throw new AppError('collection.unacceptable', { id, reason: 'header-not-found' })
      }
      const { rows: accepted } = await acceptCollection(id, by, reason).execute(database.db)
      if (accepted.length === 0)
        throw new AppError('collection.not-held', { id, state: 'complete' })
    },
  }
}

/** A delivery with what was refused of it. */
export interface KeptDelivery extends Collection {
  readonly rejections: readonly Rejection[]
}

export type CollectionStore = ReturnType<typeof collectionStore>
