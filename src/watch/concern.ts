import type { Day } from '../lib/day.ts'
import type { Severity } from '../reconcile/checks/finding-draft.ts'

/** Something a person should know of, with what is known of it. */
export type Concern =
  | ConcernOf<
      'source-late',
      {
        readonly source: string
        /** The day that was to be complete. */
        readonly due: Day
        /** By when. */
        readonly by: string
        readonly lastDay: Day | null
        /** How the last try ended; null where there was none. */
        readonly lastState: string | null
      }
    >
  | ConcernOf<
      'source-held',
      {
        readonly source: string
        readonly state: 'held' | 'partial'
        readonly collection: number
        readonly day: Day
      }
    >
  | ConcernOf<
      'findings',
      {
        readonly check: string
        readonly severity: Severity
        readonly count: number
        /** The number of findings that was reached. */
        readonly level: number
      }
    >
  | ConcernOf<
      'anomaly',
      {
        readonly source: string
        readonly metric: string
        readonly day: Day
        readonly value: number
        readonly expected: number
        readonly direction: 'high' | 'low'
      }
    >
  | ConcernOf<
      'plan-waiting',
      {
        readonly corrects: 'tags' | 'names'
        readonly plan: number
        readonly state: 'held' | 'waiting'
        readonly changes: number
        /** Since when there has been a plan that nobody wrote. */
        readonly waitingSince: string
      }
    >
  | ConcernOf<
      'run-failed',
      {
        readonly task: string
        readonly run: number
        readonly state: 'failed' | 'interrupted'
        /** The code of the named failure; null for a defect, or where the process died. */
        readonly code: string | null
      }
    >
  | ConcernOf<
      'run-overdue',
      | {
          readonly late: 'to-begin'
          /** Its name in the timetable. */
          readonly job: string
          /** Since when it should have begun. */
          readonly dueAt: string
          /** The run that waits; null where no server asked for it. */
          readonly run: number | null
        }
      | {
          readonly late: 'to-end'
          readonly task: string
          readonly run: number
          readonly startedAt: string
        }
    >

interface ConcernOf<Kind extends string, Details> {
  readonly kind: Kind
  /** The same for as long as it is the same: `source-late:ninjaone`. */
  readonly key: string
  readonly details: Details
  /** From when it is past by itself, without anything having been mended; null for what must be mended. */
  readonly pastAt: Date | null
}
