import { copyRows } from '../../db/copy.ts'
import type { Database } from '../../db/database.ts'
import type { Session } from '../../db/session.ts'
import type { Day } from '../../lib/day.ts'
import type { DayShift } from '../history/interval-queries.ts'
import { takeIntervalsIn } from '../history/take-in.task.ts'
import { type KnownDevices, knownDevices } from '../match/known-devices.ts'
import * as q from './queries.ts'

/** Why a record is taken for a device, as kept with the link. */
export interface NewLink {
  readonly record: number
  readonly device: number
  readonly rule: string | null
  readonly evidence: object
  readonly rejected: object | null
  /** Of all the above. */
  readonly hash: Uint8Array
}

/** What one day's matching leaves. */
export interface MatchedDay {
  readonly day: Day
  readonly links: readonly NewLink[]
  readonly merged: readonly { readonly from: number; readonly into: number }[]
  readonly ambiguous: readonly q.AmbiguousMatch[]
}

/** Which record speaks of which device, and what people said of it. */
export function linkStore(database: Database) {
  const { db } = database
  return {
    async matchable(day: Day): Promise<q.MatchableRow[]> {
      return (await q.matchableOn(day).execute(db)).rows
    },

    /** What records are known to be, as seen from a day. */
    async devicesAround(day: Day): Promise<KnownDevices> {
      return knownDevices((await q.devicesAround(day).execute(db)).rows)
    },

    async decisions(): Promise<q.StandingDecision[]> {
      return (await q.standingDecisions().execute(db)).rows
    },

    async ambiguous(): Promise<q.AmbiguousMatch[]> {
      return (await q.ambiguousMatches().execute(db)).rows
    },

    /** A record by its source and its id there, or null. */
    async findRecord(source: string, nativeKey: string): Promise<number | null> {
      return (await q.recordByRef(source, nativeKey).execute(db)).rows[0]?.id ?? null
    },

    /** All records of the device that a record is on a day; none when it is linked to none. */
    async beside(recordId: number, day: Day): Promise<q.LinkedRecord[]> {
      return (await q.recordsBeside(recordId, day).execute(db)).rows
    },

    /** What people call records, by id. */
    async refs(ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
      const { rows } = await q.refsOf(ids).execute(db)
      return new Map(rows.map(({ id, ref }) => [id, ref]))
    },

    /** Of some records the organisations that are at no site on a day, `ninjaone:42`, by record. */
    async unplaced(ids: readonly number[], day: Day): Promise<ReadonlyMap<number, string>> {
      if (ids.length === 0) return new Map()
      const { rows } = await q.unplacedOf(ids, day).execute(db)
      return new Map(rows.map(({ id, organisation }) => [id, organisation]))
    },

    /** Whether the records of a day were matched since they came in. */
    async isMatched(day: Day): Promise<boolean> {
      return (await q.matchedOn(day).execute(db)).rows.length > 0
    },

    /** A new device for each of some records, by record; not linked yet. */
    async addDevices(founders: readonly number[], day: Day): Promise<ReadonlyMap<number, number>> {
      if (founders.length === 0) return new Map()
      const { rows } = await q.insertDevices(founders, day).execute(db)
      return new Map(rows.map(({ id, founder }) => [founder, id]))
    },

    /** Makes the links of a day those given, all or nothing. */
    keep(matched: MatchedDay): Promise<DayShift> {
      return database.session((session) => keep(session, matched))
    },

    /** Keeps a person's word on two records; what was said of them before stands no more. */
    decide(decision: Omit<q.StandingDecision, 'id' | 'at'>): Promise<void> {
      return database.transaction(async (transaction) => {
        await q.revokeDecision(decision, decision.by).execute(transaction.db)
        await q.insertDecision(decision).execute(transaction.db)
      })
    },

    /** Takes a person's word on two records back; false when there was none. */
    async revoke(
      pair: { readonly one: number; readonly other: number },
      by: string,
    ): Promise<boolean> {
      return (await q.revokeDecision(pair, by).execute(db)).rows.length > 0
    },
  }
}

async function keep(session: Session, matched: MatchedDay): Promise<DayShift> {
  const { day, links, merged, ambiguous } = matched
  await q.createLinkStage().execute(session.db)
  return session.transaction(async (transaction) => {
    const { db, client } = transaction
    await copyRows(client, STAGED, links.map(stagedValues))
    await client.query('analyze staged')
    const [next] = (await q.nextLinkedDay(day).execute(db)).rows
    const of = { table: 'device_link', source: null, day, until: next?.day ?? null } as const
    const { untold: _never, ...shift } = await takeIntervalsIn(transaction, of)
    if (merged.length > 0) await q.mergeDevices(merged).execute(db)
    await q.unmergeLinked().execute(db)
    if (of.until === null) {
      await q.clearAmbiguous().execute(db)
      if (ambiguous.length > 0) await q.insertAmbiguous(ambiguous).execute(db)
    }
    await q.keepMatchedDay(day).execute(db)
    return shift
  })
}

const STAGED = { table: 'staged', columns: ['record_id', 'content_hash', 'attributes'] }

function stagedValues({ record, hash, device, rule, evidence, rejected }: NewLink): unknown[] {
  return [record, hash, { device_id: device, rule, evidence, rejected }]
}

export type LinkStore = ReturnType<typeof linkStore>
