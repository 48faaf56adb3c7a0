import type { Database } from '../../db/database.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../lib/day.ts'
import {
  type DueMonthEnd,
  dueMonthEnds,
  keptDays,
  type MonthEnd,
  monthEndsWith,
  type Retention,
} from './kept-days.ts'
import * as q from './queries.ts'

/** What retention takes, or would take. */
export interface PruneSummary {
  /** Days known before and not after, oldest first. */
  readonly days: readonly Day[]
  readonly versions: number
  readonly links: number
}

/** Month-ends, and how long days are kept. */
export function retentionStore(database: Database) {
  const { db } = database
  return {
    /** Keeps the month-end of every month that is over and has none or an earlier one, while the history has it. */
    async closeMonths(today: Day): Promise<DueMonthEnd[]> {
      const { rows: known } = await q.knownDays().execute(db)
      const due = dueMonthEnds(known, (await q.monthEnds().execute(db)).rows, today)
      if (due.length > 0) await q.insertMonthEnds(due).execute(db)
      return due
    },

    async monthEnds(): Promise<MonthEnd[]> {
      return (await q.monthEnds().execute(db)).rows
    },

    /** What would go; takes nothing. */
    async wouldPrune(today: Day, retention: Retention): Promise<PruneSummary> {
      return judge(database, { today, retention }).then(({ summary }) => summary)
    },

    /** True when the next prune takes a known day: it is none of the recent ones, and no month-end. */
    async isDueToGo(day: Day, now: { today: Day; retention: Retention }): Promise<boolean> {
      return keptDays([day], (await q.monthEnds().execute(db)).rows, now).length === 0
    },

    /** Takes what holds on no kept day, all or nothing; answers for kept days stay as they are. */
    prune(today: Day, retention: Retention): Promise<PruneSummary> {
      return database.transaction(async (transaction) => {
        const { kept, summary } = await judge(transaction, { today, retention })
        await remove(transaction, kept)
        return summary
      })
    },
  }
}

async function judge(
  { db }: Pick<Database, 'db'>,
  { today, retention }: { readonly today: Day; readonly retention: Retention },
) {
  const { rows: ofSources } = await q.knownDays().execute(db)
  const known = [...new Set(ofSources.map(({ day }) => day))]
  const closed = (await q.monthEnds().execute(db)).rows
  const ends = monthEndsWith(dueMonthEnds(ofSources, closed, today), closed)
  const kept = keptDays(known, ends, { today, retention })
  const stays = new Set(kept)
  const count = async (table: 'record_version' | 'device_link') =>
    (await q.countUnkept(table, kept).execute(db)).rows[0]?.count ?? 0
  const summary: PruneSummary = {
    days: known.filter((day) => !stays.has(day)).toSorted(),
    versions: await count('record_version'),
    links: await count('device_link'),
  }
  return { kept, summary }
}

async function remove({ db }: Transaction, kept: readonly Day[]): Promise<void> {
  await q.deleteUnkept('record_version', kept).execute(db)
  await q.deleteUnkept('device_link', kept).execute(db)
  await q.deletePulsesOfUnusedRecords().execute(db)
  await q.deleteLinksOfUnusedRecords().execute(db)
  await q.deleteUnusedRecords().execute(db)
  await q.deleteUnkeptDays('day_count', kept).execute(db)
  await q.deleteUnkeptDays('day_distinct', kept).execute(db)
  await q.deleteUnkeptDays('matched_day', kept).execute(db)
  await q.markPruned(kept).execute(db)
}
