import { copyRows } from '../../db/copy.ts'
import type { Database } from '../../db/database.ts'
import type { Session } from '../../db/session.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { DayShift } from './interval-queries.ts'
import * as q from './queries.ts'
import { STAGED, type StagedRow, stagedValues } from './staged-row.ts'
import { takeIntervalsIn } from './take-in.task.ts'

/** One day of one source on its way into the history; only this session sees it. */
export interface Stage {
  /** Of the rows given, the keys of those that stand on the day just so. */
  standingSame(rows: readonly Pick<StagedRow, 'key' | 'hash'>[]): Promise<ReadonlySet<string>>
  add(rows: readonly StagedRow[]): Promise<void>
  /** What is known of records whose rows were refused goes on: a refused row is no machine that is gone. */
  keepAsStanding(keys: readonly string[]): Promise<void>
  /** Drops rows whose key came before; gives how many. */
  dropRepeated(): Promise<number>
  /** Makes the history say of this day what was staged; part of the caller's transaction. */
  takeIn(transaction: Transaction): Promise<DayShift>
}

/** The first of some days; null when there is none. */
function earliest(days: readonly (Day | null | undefined)[]): Day | null {
  return days.filter((day) => day !== null && day !== undefined).toSorted()[0] ?? null
}

/** What is known of the history as a whole. */
export function historyStore({ db }: Pick<Database, 'db'>) {
  return {
    /** The newest day up to one on which some source's machines are known; null when there is none. */
    async newestMachineDay(day: Day): Promise<Day | null> {
      return (await q.newestMachineDay(day).execute(db)).rows[0]?.day ?? null
    },

    /** The last of the next days that these sources are known on after a day; null when one has none. */
    async nextKnownDay(
      sources: readonly { readonly source: string }[],
      day: Day,
    ): Promise<Day | null> {
      const next: (Day | null)[] = []
      for (const { source } of sources) {
        next.push((await q.nextKnownDay({ source, day }).execute(db)).rows[0]?.day ?? null)
      }
      return next.includes(null) ? null : (next.toSorted().at(-1) ?? null)
    },
  }
}

/** Whose day it is, and whether its records are machines. */
export interface StagedDay extends q.SourceDay {
  readonly isMachine: boolean
}

/** Opens the stage of a day. A session has one at a time. */
export async function openStage(session: Session, of: StagedDay): Promise<Stage> {
  await q.createStage().execute(session.db)
  let count = 0
  return {
    async standingSame(rows) {
      const keys = rows.map(({ key }) => key)
      const hashes = rows.map(({ hash }) => hash)
      const { rows: same } = await q.standingSame(of, { keys, hashes }).execute(session.db)
      return new Set(same.map(({ key }) => key))
    },
    async add(rows) {
      await copyRows(
        session.client,
        STAGED,
        rows.map((row, at) => stagedValues(row, count + at + 1)),
      )
      count += rows.length
    },
    async keepAsStanding(keys) {
      if (keys.length > 0) await q.stageAsStanding(of, keys).execute(session.db)
    },
    async dropRepeated() {
      return Number((await q.dropRepeated().execute(session.db)).numAffectedRows ?? 0)
    },
    takeIn: (transaction) => takeIn(transaction, of),
  }
}

async function takeIn(transaction: Transaction, of: StagedDay): Promise<DayShift> {
  const { db, client } = transaction
  const { source, day } = of
  await q.insertRecords(source, of.isMachine).execute(db)
  await q.resolveStaged(source).execute(db)
  await client.query('analyze staged')
  const [known] = (await q.nextKnownDay(of).execute(db)).rows
  const [boundary] = (await q.nextBoundary(of).execute(db)).rows
  const until = earliest([known?.day, boundary?.day])
  const interval = { table: 'record_version', source, day, until } as const
  const { untold, ...shift } = await takeIntervalsIn(transaction, interval)
  if (untold > 0) throw new AppError('collection.outdated', { source, day })
  await q.keepPulses(day).execute(db)
  return shift
}
