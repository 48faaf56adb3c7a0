import type { CallParts } from './call.ts'
import { usePages } from './use-pages.ts'
import { useRoute } from './use-route.ts'

/** Which days are compared, where, and which bar is opened. */
export type ComparisonQuery = NonNullable<CallParts<'compareDays'>['query']>

/** The bridges between two days. */
export function useBridges(query: ComparisonQuery, isEnabled: boolean) {
  return useRoute(
    'compareDays',
    { query: { ...query, limit: 1 } },
    { isEnabled, keepsPrevious: true },
  )
}

/** Machines that differ between two days, of which only the pages on the screen are asked for. */
export function useComparisonPages(query: ComparisonQuery) {
  return usePages('compareDays', { query })
}
