import { useQueryClient } from '@tanstack/react-query'
import { addressOf } from './call.ts'
import { useEvents } from './use-events.ts'
import { useRoute } from './use-route.ts'

/** Counts of today, in all and by site, against the last month-end. */
export function useCounts() {
  return useRoute('countDevices')
}

/** How fresh each source is. */
export function useFreshness() {
  return useRoute('installationHealth')
}

/** Findings that stand, by severity and age. */
export function useStandingFindings() {
  return useRoute('todayFindings')
}

/** What waits for a person. */
export function useWaiting() {
  return useRoute('todayWaiting')
}

/** Quality and coverage as measured last. */
export function useQuality() {
  return useRoute('analytics')
}

/** What came, went and changed between two days. */
export function useChangesBetween(from: string, to: string, limit: number) {
  return useRoute('compareDays', { query: { from, to, limit } }, { isEnabled: from !== '' })
}

const ROUTES_OF_TODAY = [
  ...(['countDevices', 'installationHealth', 'todayFindings', 'todayWaiting'] as const),
  ...(['analytics', 'compareDays'] as const),
]

/** Asks for everything on the page anew whenever a run has ended. */
export function useTodayRefresh() {
  const client = useQueryClient()
  const renew = () => {
    for (const name of ROUTES_OF_TODAY) void client.invalidateQueries({ queryKey: [name] })
  }
  return { listening: useEvents(addressOf('todayEvents'), { changed: renew }), renew }
}
