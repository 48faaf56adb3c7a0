import type { Answer } from './call.ts'
import { useAction, useRoute } from './use-route.ts'

/** Quality, distributions and what to do, as measured last. */
export type Analysis = Answer<'analytics'>

/** What the inventory is worth as it was measured last. */
export function useAnalysis() {
  return useRoute('analytics')
}

/** Has the inventory measured. */
export function useMeasure() {
  return useAction('analyzeInventory')
}

/** What a measurement changes. */
export const MEASURED = ['analytics', 'failingRows', 'dashboardStats'] as const
