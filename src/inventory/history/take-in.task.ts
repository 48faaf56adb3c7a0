import type { Transaction } from '../../db/transaction.ts'
import * as q from './interval-queries.ts'

/** A process that lost its lock and does not know it yet must not take a day in beside another. */
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtextextended('muster history', 0))`

/** Statistics that do not know of the day yet take its rows for few, and join each to all that differ. */
const INDEX_DIFFERING = 'create index on differing (record_id)'

/**
 * Makes a table of intervals say of a day what is staged, changing nothing of the known days around
 * it; part of the caller's transaction. Taking the same in again changes nothing.
 */
export async function takeIntervalsIn(
  { db, client }: Transaction,
  of: q.IntervalDay,
): Promise<q.DayShift & { readonly untold: number }> {
  await client.query(ONE_AT_A_TIME)
  await q.createDiffering(of).execute(db)
  await client.query(INDEX_DIFFERING)
  await client.query('analyze differing')
  const [shift] = (await q.countDiffering().execute(db)).rows
  if (!shift) throw new Error('the day could not be counted')
  if (shift.untold === 0) {
    await q.createTails(of).execute(db)
    await q.cutStanding(of).execute(db)
    await q.dropStanding(of).execute(db)
    await q.restoreTails(of).execute(db)
    await q.prolongBefore(of).execute(db)
    if (of.until !== null) await joinAfter({ db }, of)
    await q.createCovered(of).execute(db)
    await client.query('analyze covered')
    await q.openIntervals(of).execute(db)
  }
  await q.dropTemporary().execute(db)
  return shift
}

/** Where later days are known, what they say may have begun on this one. */
async function joinAfter({ db }: Pick<Transaction, 'db'>, of: q.IntervalDay): Promise<void> {
  await q.createMeeting(of).execute(db)
  await q.dropJoined(of).execute(db)
  await q.prolongMeeting(of).execute(db)
  await q.beginEarlier(of).execute(db)
}
