import type { Database } from '../../db/database.ts'
import { dayIn } from '../../lib/day.ts'
import type { JobDesk } from './ask.ts'
import type { AskedBy } from './job.ts'
import { lastDue } from './last-due.ts'
import { insertDue, insertFirstDue, keepDueRun } from './queries.ts'
import type { TimetableEntry } from './timetable.ts'

/** What is looked at to find what is due. */
export interface DueLook {
  readonly database: Database
  readonly desk: Pick<JobDesk, 'askWithin'>
  readonly entries: readonly TimetableEntry[]
  readonly timeZone: string
  readonly now: Date
  readonly by: AskedBy
}

/**
 * Asks for what is due and was not asked for yet, once however many servers look at once. What was missed while none
 * was up is asked for once, for its last time; what was due before the first look ever is not. Gives what was asked for.
 */
export async function askDue({ database, desk, entries, timeZone, now, by }: DueLook) {
  const asked: { readonly name: string; readonly run: number }[] = []
  for (const { name, cron, job } of entries) {
    const dueAt = lastDue({ cron, timeZone, now })
    if (dueAt === null) continue
    const due = { name, cron, dueAt }
    const run = await database.transaction(async (transaction) => {
      const { db } = transaction
      await insertFirstDue(due).execute(db)
      const { rows } = await insertDue(due).execute(db)
      if (rows.length === 0) return null
      const id = await desk.askWithin(transaction, job(dayIn(timeZone, now)), by)
      await keepDueRun(name, dueAt, id).execute(db)
      return id
    })
    if (run !== null) asked.push({ name, run })
  }
  return asked
}
