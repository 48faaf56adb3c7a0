import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { RouteName } from './call.ts'
import { useAction, useRoute } from './use-route.ts'

/** Everything a delivery changes. */
const OF_SOURCES: readonly RouteName[] = [
  ...(['listDays', 'listCollections', 'getCollection', 'listBooks', 'listSiteMap'] as const),
  ...(['todayWaiting', 'installationHealth', 'countDevices', 'listRuns'] as const),
]

/** Which source was collected on which day. */
export function useLedger(span: { readonly from: string; readonly to: string }) {
  const isEnabled = span.to !== ''
  return useRoute('listDays', { query: span }, { isEnabled, keepsPrevious: true })
}

/** One delivery, with the first of its refused rows. */
export function useCollection(id: number | null, rejections: number) {
  const asked = { params: { id: id ?? 0 }, query: { limit: rejections } }
  return useRoute('getCollection', asked, { isEnabled: id !== null, keepsPrevious: true })
}

/** Deliveries that wait for a person: held or in part, not accepted, and the last try of their day. */
export function useHeld() {
  const held = useRoute('listCollections', { query: { state: 'held', limit: 1000 } })
  const partial = useRoute('listCollections', { query: { state: 'partial', limit: 1000 } })
  const [first, second] = [held.data?.items, partial.data?.items]
  const data = first &&
    second && {
      items: [...first, ...second]
        .filter(({ overtakenBy, acceptedBy }) => overtakenBy === null && acceptedBy === null)
        .toSorted((one, other) => other.id - one.id),
    }
  return {
    data,
    error: held.error ?? partial.error,
    isFetching: held.isFetching || partial.isFetching,
    dataUpdatedAt: Math.min(held.dataUpdatedAt, partial.dataUpdatedAt),
    refetch: async () => {
      await partial.refetch()
      return held.refetch()
    },
  }
}

/** Lets a held delivery pass. */
export function useAcceptCollection() {
  return useAction('acceptCollection', { renews: OF_SOURCES })
}

/** Collects today. */
export function useCollect() {
  return useAction('collect', { renews: ['listRuns'] })
}

/** Asks anew for everything a delivery changes. */
export function useRenewSources() {
  const client = useQueryClient()
  return useCallback(() => {
    for (const name of OF_SOURCES) void client.invalidateQueries({ queryKey: [name] })
  }, [client])
}
