import { addDays, clockOf, type Day, dayIn } from '../lib/day.ts'
import type { AlertSettings } from './alert-settings.ts'
import type { Concern } from './concern.ts'

/** How a source that is configured stands. */
export interface SeenSource {
  readonly source: string
  /** The newest day that was collected whole; null while none was. */
  readonly lastDay: Day | null
  /** The last try; null where there was none. */
  readonly last: { readonly state: string; readonly collection: number; readonly day: Day } | null
}

/** The hour it is, and where. */
export interface Moment {
  readonly now: Date
  readonly timeZone: string
}

/** Sources that are late, and those whose last delivery waits for a person. */
export function sourceConcerns(
  sources: readonly SeenSource[],
  settings: AlertSettings['freshness'],
  moment: Moment,
): Concern[] {
  return sources.flatMap((seen) => [...lateness(seen, settings, moment), ...holding(seen)])
}

function lateness(
  { source, lastDay, last }: SeenSource,
  settings: AlertSettings['freshness'],
  moment: Moment,
): Concern[] {
  const by = deadlineOf(source, settings)
  if (by === null) return []
  const due = dueDay(by, settings.day, moment)
  if (lastDay !== null && lastDay >= due) return []
  const details = { source, due, by, lastDay, lastState: last?.state ?? null }
  return [{ kind: 'source-late', key: `source-late:${source}`, details, pastAt: null }]
}

function deadlineOf(source: string, { by, sources }: AlertSettings['freshness']): string | null {
  return Object.hasOwn(sources, source) ? (sources[source] ?? null) : by
}

/**
 * The newest day that must be complete by now: that of today's deadline once it has passed, else that of
 * yesterday's. A deadline in an hour that the clock leaves out passes when the clock has moved on.
 */
export function dueDay(by: string, day: 'yesterday' | 'today', { now, timeZone }: Moment): Day {
  const today = dayIn(timeZone, now)
  const deadline = clockOf(timeZone)(`${today} ${by}:00`)
  const asked = day === 'today' ? today : addDays(today, -1)
  return now >= deadline ? asked : addDays(asked, -1)
}

function holding({ source, last }: SeenSource): Concern[] {
  if (last === null) return []
  const { state, collection, day } = last
  if (state !== 'held' && state !== 'partial') return []
  const details = { source, state, collection, day } as const
  return [{ kind: 'source-held', key: `source-held:${source}`, details, pastAt: null }]
}
