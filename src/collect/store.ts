import { copyRows } from '../db/copy.ts'
import type { Database } from '../db/database.ts'
import type { Session } from '../db/session.ts'
import type { Transaction } from '../db/transaction.ts'
import type { DayShift } from '../inventory/history/interval-queries.ts'
import { openStage, type Stage } from '../inventory/history/store.ts'
import type { Day } from '../lib/day.ts'
import { AppError } from '../lib/errors.ts'
import type { Rejection } from '../sources/source.ts'
import { keepStagedPayloads } from './payload/store.ts'
import * as q from './queries.ts'

/** Deliveries as kept, written whole or not at all, and what they came to in the history. */
export function collectionStore(database: Database) {
  return { ...deliveries(database), ...days(database) }
}

/** What was delivered, and what was refused of it. */
function deliveries(database: Database) {
  return {
    async lastAccepted(source: string, day: Day): Promise<number | null> {
      const { rows } = await q.lastAcceptedRecords(source, day).execute(database.db)
      return rows[0]?.records ?? null
    },

    add(collection: q.NewCollection): Promise<number> {
      return database.transaction(async ({ db, client }) => {
        const { rows } = await q.insertCollection(collection).execute(db)
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
      const { rows: collections } = await q.collectionsOfPlan(planId).execute(database.db)
      const ids = collections.map(({ id }) => id)
      const { rows: rejections } = await q.rejectionsOf(ids).execute(database.db)
      const byCollection = Map.groupBy(rejections, ({ collection }) => collection)
      return collections.map((collection) => ({
        ...collection,
        rejections: byCollection.get(collection.id) ?? [],
      }))
    },

    async ofRun(runId: number): Promise<q.Collection[]> {
      return (await q.collectionsOfRun(runId).execute(database.db)).rows
    },

    /** A delivery as kept, with what was refused of it, all or a part. Throws `collection.not-found`. */
    async get(id: number, part: q.RejectionPart = q.ALL_REJECTIONS): Promise<ShownCollection> {
      const [found] = (await q.collectionAsKept(id).execute(database.db)).rows
      if (!found) throw new AppError('collection.not-found', { id })
      return {
        ...found,
        rejections: (await q.someRejectionsOf(id, part).execute(database.db)).rows,
      }
    },

    /** Deliveries, the newest first, and how many there are. */
    async recent(
      asked: q.AskedCollections,
    ): Promise<{ readonly items: readonly q.CollectionAsKept[]; readonly total: number }> {
      const items = (await q.recentCollections(asked).execute(database.db)).rows
      const { rows } = await q.countCollections(asked).execute(database.db)
      return { items, total: rows[0]?.count ?? 0 }
    },

    /** The newest deliveries that a person may accept, at most `limit`. */
    async acceptable(limit: number): Promise<number[]> {
      return (await q.acceptableCollections(limit).execute(database.db)).rows.map(({ id }) => id)
    },
  }
}

/** The days of sources whose history is kept. */
function days(database: Database) {
  return {
    /** Keeps what became of one source's day, before any of it is in the history. */
    addDay(day: NewDay): Promise<number> {
      const { failure, ...delivery } = day
      const error = failure && { code: failure.code, details: failure.details }
      return deliveries(database).add({ ...delivery, inputBytes: null, error })
    },

    /** How every source's days from one to another stand, newest first. */
    async ledger(from: Day, to: Day): Promise<q.LedgerEntry[]> {
      return (await q.ledger(from, to).execute(database.db)).rows
    },

    async freshness(): Promise<q.SourceFreshness[]> {
      return (await q.freshness().execute(database.db)).rows
    },

    async countKnownDays(): Promise<number> {
      return (await q.countKnownDays().execute(database.db)).rows[0]?.count ?? 0
    },

    /** Accepts a held delivery and takes its rows into the history, where some are held. */
    async accept(id: number, by: string, reason: string | null): Promise<AcceptedDay | null> {
      const found = await getHeld(database, id)
      if (found.isMachine === null) {
        await acceptNow(database, id, { by, reason })
        return null
      }
      const { source, day, isMachine } = found
      return database.session(async (session) => {
        const stage = await openStage(session, { source, day, isMachine })
        await q.stageHeldRows(id).execute(session.db)
        return session.transaction(async (transaction) => {
          await acceptNow(transaction, id, { by, reason })
          return { source, day, shift: await takeIn(transaction, stage, id) }
        })
      })
    },

    /** Keeps what is staged of a held day until a person accepts it. */
    keepHeld(session: Session, id: number): Promise<void> {
      return session.transaction(async (transaction) => {
        await q.deleteHeldRows(id).execute(transaction.db)
        await keepStagedPayloads(transaction)
        await q.insertHeldRows(id).execute(transaction.db)
      })
    },

    /** Takes what is staged into the history, all or nothing. */
    takeIn(session: Session, stage: Stage, id: number): Promise<DayShift> {
      return session.transaction((transaction) => takeIn(transaction, stage, id))
    },
  }
}

async function takeIn(transaction: Transaction, stage: Stage, id: number): Promise<DayShift> {
  await keepStagedPayloads(transaction)
  const shift = await stage.takeIn(transaction)
  await q.setHistory(id, shift).execute(transaction.db)
  await q.deleteHeldRows(id).execute(transaction.db)
  return shift
}

/** Throws unless the collection is held, is one that can be accepted, and is the last word of its day. */
async function getHeld({ db }: Database, id: number): Promise<q.HeldCollection> {
  const [found] = (await q.collectionById(id).execute(db)).rows
  if (!found) throw new AppError('collection.not-found', { id })
  if (found.state !== 'held' && found.state !== 'partial') {
    throw new AppError('collection.not-held', { id, state: found.state })
  }
  if (found.holds.some((hold) => hold.code === 'header-not-found')) {
    throw new AppError('collection.unacceptable', { id, reason: 'header-not-found' })
  }
  const isWhole = found.isMachine === null || found.heldRows === found.records
  if (found.isOvertaken || !isWhole) {
    throw new AppError('collection.outdated', { source: found.source, day: found.day })
  }
  return found
}

async function acceptNow(
  { db }: Pick<Database, 'db'>,
  id: number,
  { by, reason }: { readonly by: string; readonly reason: string | null },
): Promise<void> {
  const { rows } = await q.acceptCollection(id, by, reason).execute(db)
  if (rows.length === 0) throw new AppError('collection.not-held', { id, state: 'complete' })
}

/** A held day that a person accepted, and what it came to in the history. */
export interface AcceptedDay {
  readonly source: string
  readonly day: Day
  readonly shift: DayShift
}

/** What became of one source's day. */
export type NewDay = Omit<q.NewCollection, 'error' | 'inputBytes'> & {
  readonly isMachine: boolean
  readonly failure: AppError | null
}

/** A delivery as kept, whole. */
export interface ShownCollection extends q.CollectionAsKept {
  readonly rejections: readonly Rejection[]
}

/** A delivery with what was refused of it. */
export interface KeptDelivery extends q.Collection {
  readonly rejections: readonly Rejection[]
}

export type CollectionStore = ReturnType<typeof collectionStore>
