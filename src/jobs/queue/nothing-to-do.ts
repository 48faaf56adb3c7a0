import { channelsOf } from '../../watch/alert-settings.ts'
import type { JobContext } from '../context.ts'
import type { Timetable } from './timetable.ts'

/** What of a timetable this installation has nothing to do for. */
export function nothingToDoFor(context: Pick<JobContext, 'settings'>): (keyof Timetable)[] {
  return [
    ...(context.settings.events.inbox === null ? (['inbox'] as const) : []),
    ...(channelsOf(context.settings.alerts).length > 0 ? [] : (['alerts'] as const)),
  ]
}
