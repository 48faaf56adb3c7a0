import type { DaysAround } from './queries.ts'

/**
 * True when the newest day that anything was collected on, up to the one asked for, is kept: what it
 * said holds until the next one. Where a pruned day lies between, the history no longer has it.
 */
export function isAnswerable({ before, pruned }: DaysAround): boolean {
  return before !== null && (pruned === null || pruned < before)
}
