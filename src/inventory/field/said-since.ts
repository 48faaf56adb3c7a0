import type { Day } from '../../lib/day.ts'

/** What a record said of something, from a day on. */
export interface Stretch {
  readonly from: Day
  /** True when the record was not there just before, by the days kept. */
  readonly wasAway: boolean
  readonly said: unknown
}

/**
 * Since which day a record has said what it says in the first of its stretches, the newest first and
 * without a hole but where it was away. Null when it has none.
 */
export function saidSince(stretches: readonly Stretch[]): Day | null {
  const [newest] = stretches
  if (newest === undefined) return null
  const now = JSON.stringify(newest.said)
  let since = newest.from
  for (const { from, wasAway, said } of stretches) {
    if (JSON.stringify(said) !== now) break
    since = from
    if (wasAway) break
  }
  return since
}
