import type { Day } from '../../lib/day.ts'
import { unmappedOf } from './known-sites.ts'
import { placementsByRules, type RulePlacement } from './placements-by-rules.ts'
import type { PlacedOrganisation } from './queries.ts'
import type { Placement, SiteStore } from './store.ts'

/** What a day's organisations came to. */
export interface PlacingSummary {
  /** Organisations that became sites of their own. */
  readonly made: number
  /** Organisations whose folded name is that of a site. */
  readonly sameName: number
  /** Organisations a person is to map. */
  readonly unmapped: number
}

/**
 * Places the organisations of a day that are at no site: by an equal name, or, of sources whose
 * organisations are sites, as a site of their own. All others wait for a person.
 */
export async function placeOrganisations(
  sites: SiteStore,
  day: Day,
  sitesFrom: readonly string[],
): Promise<PlacingSummary> {
  await sites.keepOrganisations(day)
  return placeByRules(sites, day, sitesFrom)
}

/** The same of organisations that are noted already. */
export async function placeByRules(
  sites: SiteStore,
  day: Day,
  sitesFrom: readonly string[],
): Promise<PlacingSummary> {
  const organisations = await sites.placed(day)
  const placements = placementsByRules({ sites: await sites.sites(), organisations }, sitesFrom)
  await sites.place(placements.map(toPlacement), day)
  const made = placements.filter(({ rule }) => rule === 'made').length
  const unmapped = unmappedOf(organisations).length - placements.length
  return { made, sameName: placements.length - made, unmapped }
}

function toPlacement({ organisation, site, rule }: RulePlacement<PlacedOrganisation>): Placement {
  const { source, key, name, since } = organisation
  return { source, key, from: since, site, rule, evidence: { name }, decidedBy: null, reason: null }
}
