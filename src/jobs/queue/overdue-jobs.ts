import { dayIn } from '../../lib/day.ts'
import { lastDue, nextDue } from './last-due.ts'
import type { TimetableEntry } from './timetable.ts'

/** A job of the timetable that must have begun by now, and what tells whether it has. */
export interface ExpectedJob {
  readonly name: string
  readonly cron: string
  /** The last time at which it was due, so long ago that it must have begun. */
  readonly dueAt: Date
  /** The task of which any run since then will do; null where the job says more than its task. */
  readonly task: string | null
}

/** What is known of a job that must have begun. */
export interface KnownJob extends Omit<ExpectedJob, 'task'> {
  /** The last time that servers noticed it was due; null where none has looked at this timetable yet. */
  readonly noticedAt: Date | null
  /** The run it became then, where that has not begun yet. */
  readonly waiting: { readonly run: number; readonly askedAt: Date } | null
  /** Whether a run that somebody else asked for has begun since. */
  readonly hasBegun: boolean
}

/** A job of the timetable that did not begin in time. */
export interface OverdueJob {
  readonly job: string
  readonly dueAt: Date
  /** The run that waits; null where no server asked for it. */
  readonly run: number | null
}

/** By when a job must have begun. */
export interface BeginRule {
  readonly now: Date
  readonly timeZone: string
  readonly graceMs: number
}

/** Which jobs must have begun by now: each that was ever due, for its last time but for those just past. */
export function expectedJobs(
  entries: readonly TimetableEntry[],
  { now, timeZone, graceMs }: BeginRule,
): ExpectedJob[] {
  const by = new Date(now.getTime() - graceMs)
  return entries.flatMap(({ name, cron, job }): ExpectedJob[] => {
    const dueAt = lastDue({ cron, timeZone, now: by })
    if (dueAt === null) return []
    const asked = job(dayIn(timeZone, now))
    return [{ name, cron, dueAt, task: Object.keys(asked).length === 1 ? asked.task : null }]
  })
}

/**
 * Jobs that did not begin in time: nobody asked for them, or they wait behind something else. Of a timetable at which
 * no server has looked nothing is said, nor of what was due before the first look.
 */
export function overdueJobs(
  known: readonly KnownJob[],
  { now, timeZone, graceMs }: BeginRule,
): OverdueJob[] {
  return known.flatMap(({ name: job, cron, dueAt, noticedAt, waiting, hasBegun }): OverdueJob[] => {
    if (noticedAt === null) return []
    if (waiting !== null) {
      const { run, askedAt } = waiting
      return now.getTime() - askedAt.getTime() < graceMs ? [] : [{ job, dueAt: askedAt, run }]
    }
    if (hasBegun || noticedAt >= dueAt) return []
    const missed = nextDue({ cron, timeZone, now: noticedAt })
    return [{ job, dueAt: missed ?? dueAt, run: null }]
  })
}
