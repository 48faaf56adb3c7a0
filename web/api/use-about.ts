import type { QueryClient } from '@tanstack/react-query'
import { call } from './call.ts'
import { keyOf } from './query-keys.ts'
import { useRoute } from './use-route.ts'

const RARELY_MS = 600_000

/** What this installation is: version, time zone, language, and which of its parts are configured. */
export function useAbout() {
  return useRoute('about', {}, { everyMs: RARELY_MS })
}

/** Asks the same before anything is drawn. */
export function askAbout(client: QueryClient): Promise<void> {
  return client.prefetchQuery({ queryKey: keyOf('about', {}), queryFn: () => call('about') })
}

/** How one may sign in, for people who have not yet. */
export function useSignInOffers() {
  return useRoute('signInOffers')
}
