import { Cron } from 'croner'

/** When a job of a schedule was last due. */
export interface DueAsked {
  /** Five fields, as cron has them: `30 3 * * 0` is Sunday at 03:30. */
  readonly cron: string
  readonly timeZone: string
  readonly now: Date
}

/**
 * The last instant before now at which a schedule was due; null where it never was. A time that a change of clocks
 * leaves out is due when the clocks have changed, and one that comes twice is due once.
 *
 * @example lastDue({ cron: '0 2 * * *', timeZone: 'Europe/Madrid', now: new Date('2026-11-21T09:00Z') }) // => 01:00Z
 */
export function lastDue({ cron, timeZone, now }: DueAsked): Date | null {
  return new Cron(cron, { timezone: timeZone, mode: '5-part' }).previousRuns(1, now)[0] ?? null
}

/** The next instant after now at which a schedule is due; null where it never is again. */
export function nextDue({ cron, timeZone, now }: DueAsked): Date | null {
  return new Cron(cron, { timezone: timeZone, mode: '5-part' }).nextRun(now)
}

/** Whether a text is a schedule that can be gone by. */
export function isSchedule(text: string): boolean {
  try {
    return new Cron(text, { mode: '5-part' }).nextRun() !== null
  } catch {
    return false
  }
}
