/** What came of one plan of TAGs that was applied to its end. */
export interface PlanResult {
  readonly plan: number
  readonly planned: number
  readonly applied: number
}

/** How many plans back success is told from. */
export const PLANS_SEEN = 10

/** Which share of planned TAGs is likely to be written, in per cent, by what became of the last plans. */
export type SyncEstimate =
  | {
      readonly kind: 'known'
      readonly percent: number
      readonly plans: number
      readonly planned: number
      readonly applied: number
    }
  | { readonly kind: 'no-runs' }

/** The changes written of those planned, over the last plans together. */
export function syncEstimate(results: readonly PlanResult[]): SyncEstimate {
  const planned = results.reduce((sum, result) => sum + result.planned, 0)
  const applied = results.reduce((sum, result) => sum + result.applied, 0)
  if (planned === 0) return { kind: 'no-runs' }
  return {
    kind: 'known',
    percent: (100 * applied) / planned,
    plans: results.length,
    planned,
    applied,
  }
}
