import type { Job } from '../src/jobs/queue/job.ts'
import { nextDue } from '../src/jobs/queue/last-due.ts'
import type { TimetableEntry } from '../src/jobs/queue/timetable.ts'
import type { Day } from '../src/lib/day.ts'

/** A job of a timetable, and when it is due. */
export interface DueJob {
  readonly name: TimetableEntry['name']
  readonly dueAt: Date
  readonly job: Job
}

/** The clocks of the simulated installation show this time. */
export const TIME_ZONE = 'UTC'
const DAY_MS = 86_400_000

/** Everything a timetable has for a day, in the order in which it is due. */
export function dueJobs(entries: readonly TimetableEntry[], day: Day): DueJob[] {
  const midnight = Date.parse(`${day}T00:00:00Z`)
  const all = entries.flatMap(({ name, cron, job }) => {
    const found: DueJob[] = []
    const next = (now: Date) => nextDue({ cron, timeZone: TIME_ZONE, now })
    let dueAt = next(new Date(midnight - 1))
    while (dueAt !== null && dueAt.getTime() < midnight + DAY_MS) {
      found.push({ name, dueAt, job: job(day) })
      dueAt = next(dueAt)
    }
    return found
  })
  return all.toSorted((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
}
