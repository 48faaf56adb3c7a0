import type { Answer, CallParts } from './call.ts'
import { usePages } from './use-pages.ts'
import { useAction, useRoute } from './use-route.ts'

/** A finding of the list. */
export type Finding = Answer<'listFindings'>['items'][number]

/** One finding with its evidence in words and its history. */
export type WholeFinding = Answer<'getFinding'>

/** What is asked of the list. */
export type FindingsQuery = NonNullable<CallParts<'listFindings'>['query']>

/** What a person says of findings. */
export type Decision = NonNullable<CallParts<'decideFindings'>['body']>

/** The list of findings. */
export function useFindings(query: FindingsQuery) {
  return usePages('listFindings', { query })
}

/** One finding; nothing is asked while there is none. */
export function useFinding(id: number | null) {
  return useRoute(
    'getFinding',
    { params: { id: id ?? 0 } },
    { isEnabled: id !== null, keepsPrevious: true },
  )
}

/** What each check is called and says. */
export function useChecks() {
  return useRoute('listChecks')
}

/** Names of sites, to choose among. */
export function useSiteNames() {
  return useRoute('listSites', { query: { limit: 1000 } })
}

/** Day by day how many findings stand, came and went. */
export function useAgeing(query: NonNullable<CallParts<'findingAgeing'>['query']>) {
  return useRoute('findingAgeing', { query }, { keepsPrevious: true })
}

/** Tells of which findings something would be said; says nothing. */
export function useTryDecision() {
  return useAction('decideFindings')
}

/** Says something of findings. */
export function useDecision() {
  return useAction('decideFindings', {
    renews: ['listFindings', 'getFinding', 'findingAgeing', 'todayFindings', 'todayWaiting'],
  })
}
