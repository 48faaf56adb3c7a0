import type { Answer, RouteName } from './call.ts'
import { useAction, useRoute } from './use-route.ts'

/** A vendor's organisation, with its site or what speaks for one. */
export type SiteMapEntry = Answer<'listSiteMap'>['items'][number]

const RENEWED: readonly RouteName[] = [
  ...(['listSiteMap', 'listSites', 'todayWaiting', 'countDevices', 'listRuns'] as const),
]

/** Organisations with their sites; as many as one answer may hold. */
export function useSiteMap() {
  return useRoute('listSiteMap', { query: { limit: 1000 } })
}

/** Sites there are, by name. */
export function useSites() {
  return useRoute('listSites', { query: { limit: 1000 } })
}

/** Says at which site an organisation is. */
export function useMapSite() {
  return useAction('mapSite', { renews: RENEWED })
}

/** Takes back what people said of an organisation. */
export function useForgetSite() {
  return useAction('forgetSite', { renews: RENEWED })
}
