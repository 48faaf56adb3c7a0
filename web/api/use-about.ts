import { useRoute } from './use-route.ts'

const RARELY_MS = 600_000

/** What this installation is: version, time zone, language, and which of its parts are configured. */
export function useAbout() {
  return useRoute('about', {}, { everyMs: RARELY_MS })
}

/** How one may sign in, for people who have not yet. */
export function useSignInOffers() {
  return useRoute('signInOffers')
}
