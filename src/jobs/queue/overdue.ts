import type { SeenOverdue } from '../../watch/overdue-concerns.ts'
import type { JobContext } from '../context.ts'
import { nothingToDoFor } from './nothing-to-do.ts'
import { type BeginRule, expectedJobs, overdueJobs } from './overdue-jobs.ts'
import { knownJobs, runsAtWorkSince } from './overdue-queries.ts'
import { entriesOf } from './timetable.ts'

type Place = Pick<JobContext, 'database' | 'settings' | 'now'>

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** What should have begun or ended by now and has not, as far as somebody wants to know. */
export async function lookForOverdue(place: Place): Promise<SeenOverdue[]> {
  return [...(await unbegun(place)), ...(await unended(place))]
}

async function unbegun({ database: { db }, settings, now }: Place): Promise<SeenOverdue[]> {
  const { timetable, timeZone, alerts } = settings
  if (alerts.overdueMinutes === null) return []
  const graceMs = alerts.overdueMinutes * MINUTE_MS
  const rule: BeginRule = { now: now(), timeZone, graceMs }
  const expected = expectedJobs(entriesOf(timetable, nothingToDoFor({ settings })), rule)
  const { rows } = await knownJobs(expected).execute(db)
  const byName = new Map(rows.map((row) => [row.name, row]))
  const known = expected.flatMap(({ name, cron, dueAt }) => {
    const row = byName.get(name)
    if (!row) return []
    const { run, askedAt, noticedAt, hasBegun } = row
    const waiting = run === null || askedAt === null ? null : { run, askedAt }
    return [{ name, cron, dueAt, noticedAt, waiting, hasBegun }]
  })
  return overdueJobs(known, rule).map((each) => ({ late: 'to-begin', ...each }))
}

async function unended({ database: { db }, settings, now }: Place): Promise<SeenOverdue[]> {
  const { runHours } = settings.alerts
  if (runHours === null) return []
  const before = new Date(now().getTime() - runHours * HOUR_MS)
  const { rows } = await runsAtWorkSince(before).execute(db)
  return rows.map((each) => ({ late: 'to-end', ...each }))
}
