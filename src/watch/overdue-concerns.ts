import type { Concern } from './concern.ts'

/** A job of the timetable that did not begin in time, or a run that does not end. */
export type SeenOverdue =
  | {
      readonly late: 'to-begin'
      /** Its name in the timetable. */
      readonly job: string
      /** Since when it should have begun. */
      readonly dueAt: Date
      /** The run that waits; null where no server asked for it. */
      readonly run: number | null
    }
  | {
      readonly late: 'to-end'
      readonly task: string
      readonly run: number
      readonly startedAt: Date
    }

/** One for each job that does not come, however often it was due since, and one for each run that does not end. */
export function overdueConcerns(seen: readonly SeenOverdue[]): Concern[] {
  return seen.map((each): Concern => {
    if (each.late === 'to-end') {
      const { late, task, run, startedAt } = each
      const details = { late, task, run, startedAt: startedAt.toISOString() }
      return { kind: 'run-overdue', key: `run-overdue:run-${run}`, details, pastAt: null }
    }
    const { late, job, dueAt, run } = each
    const details = { late, job, dueAt: dueAt.toISOString(), run }
    return { kind: 'run-overdue', key: `run-overdue:${job}`, details, pastAt: null }
  })
}
