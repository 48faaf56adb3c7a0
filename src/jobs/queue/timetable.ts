import { addDays, type Day } from '../../lib/day.ts'
import type { Job } from './job.ts'

/** When each thing is done by itself, as cron writes it; null for never. */
export interface Timetable {
  readonly nightly: string | null
  readonly figures: string | null
  readonly collectAgain: string | null
  readonly retrain: string | null
  readonly inbox: string | null
  readonly alerts: string | null
  readonly housekeeping: string | null
}

/** Nothing by itself. */
export const NEVER: Timetable = {
  ...{ nightly: null, figures: null, collectAgain: null, retrain: null, inbox: null },
  ...{ alerts: null, housekeeping: null },
}

/** A job that comes by itself. */
export interface TimetableEntry {
  readonly name: keyof Timetable
  readonly cron: string
  /** What is asked for when it is due. */
  readonly job: (today: Day) => Job
}

/** Days whose figures are worked out anew: events that come later are rare, and a recount of all takes long. */
const FIGURE_DAYS = 7

const JOBS: Readonly<Record<keyof Timetable, TimetableEntry['job']>> = {
  nightly: () => ({ task: 'nightly' }),
  figures: (today) => ({
    ...({ task: 'recompute', source: null } as const),
    ...{ from: addDays(today, -FIGURE_DAYS), to: today },
  }),
  collectAgain: () => ({ task: 'collect', sources: [], missing: true }),
  retrain: () => ({ task: 'study', source: null, metric: null, anew: true }),
  inbox: () => ({ task: 'ingest' }),
  alerts: () => ({ task: 'alert' }),
  housekeeping: () => ({ task: 'housekeeping' }),
}

/** What can come by itself, as it is listed. */
export const TIMETABLE_NAMES: readonly (keyof Timetable)[] = [
  ...(['nightly', 'figures', 'collectAgain', 'retrain'] as const),
  ...(['inbox', 'alerts', 'housekeeping'] as const),
]

/** What comes by itself, less what there is nothing to do for. */
export function entriesOf(
  timetable: Timetable,
  without: readonly (keyof Timetable)[],
): TimetableEntry[] {
  return TIMETABLE_NAMES.flatMap((name) => {
    const cron = timetable[name]
    return cron === null || without.includes(name) ? [] : [{ name, cron, job: JOBS[name] }]
  })
}
