import type { AlertSettings } from './alert-settings.ts'
import type { Concern } from './concern.ts'

/** A plan that a person has to write or to accept, and since when there has been one. */
export interface SeenPlan {
  readonly id: number
  readonly corrects: 'tags' | 'names'
  readonly state: 'held' | 'waiting'
  readonly changes: number
  readonly waitingSince: Date
}

const HOUR_MS = 3_600_000

/** Corrections that have waited for a person for too long; the plan of a later night does not start it anew. */
export function planConcerns(
  seen: readonly SeenPlan[],
  hours: AlertSettings['planHours'],
  now: Date,
): Concern[] {
  if (hours === null) return []
  return seen
    .filter(({ waitingSince }) => now.getTime() - waitingSince.getTime() >= hours * HOUR_MS)
    .map(({ id, corrects, state, changes, waitingSince }) => {
      const since = waitingSince.toISOString()
      const details = { corrects, plan: id, state, changes, waitingSince: since }
      return { kind: 'plan-waiting', key: `plan-waiting:${corrects}`, details, pastAt: null }
    })
}

/** The last run of a task that has ended. */
export interface SeenRun {
  readonly id: number
  readonly task: string
  readonly state: string
  readonly cause: string
  readonly endedAt: Date
  /** The code of the named failure that ended it; null where there is none. */
  readonly code: string | null
}

/** For how long a failure is news although nobody runs the task again. */
const WORTH_TELLING_MS = 7 * 24 * HOUR_MS

/** Tasks whose last run failed; one that a person stopped has not, one that died at night has. */
export function runConcerns(seen: readonly SeenRun[], isWanted: boolean, now: Date): Concern[] {
  if (!isWanted) return []
  return seen.flatMap(({ id, task, state, cause, endedAt, code }): Concern[] => {
    const pastAt = new Date(endedAt.getTime() + WORTH_TELLING_MS)
    const failed = failedState(state, cause)
    if (failed === null || task === 'alert' || now >= pastAt) return []
    const details = { task, run: id, state: failed, code }
    return [{ kind: 'run-failed', key: `run-failed:${task}`, details, pastAt }]
  })
}

function failedState(state: string, cause: string): 'failed' | 'interrupted' | null {
  if (state === 'failed') return state
  return state === 'interrupted' && cause === 'schedule' ? state : null
}
