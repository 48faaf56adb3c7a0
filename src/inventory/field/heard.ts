import type { Day } from '../../lib/day.ts'
import type { FieldPolicy } from './field-policy.ts'

/**
 * When a source last heard of a machine, in whole days before it was last collected. `unknown`: the
 * source does not say; `not-kept`: the day asked for is past, and last contact is kept as of the newest.
 */
export type Heard =
  | { readonly kind: 'heard' | 'silent'; readonly days: number }
  | { readonly kind: 'unknown' | 'not-kept' }

const MS_PER_DAY = 86_400_000

/** Silent when it last heard more than `yieldsAfter` days before it was last collected. */
export function heardOf(
  { lastHeard, collected }: { readonly lastHeard: Day | null; readonly collected: Day },
  { yieldsAfter }: Pick<FieldPolicy, 'yieldsAfter'>,
): Heard {
  if (lastHeard === null) return { kind: 'unknown' }
  const days = Math.max(0, daysBetween(lastHeard, collected)) // a clock ahead of ours is no silence
  return { kind: days > yieldsAfter ? 'silent' : 'heard', days }
}

/** From one day to another, in days. @example daysBetween('2026-01-31', '2026-02-01') // => 1 */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY
}
