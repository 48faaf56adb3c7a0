import type { Day } from '../../lib/day.ts'
import { knownSites, unmappedOf } from './known-sites.ts'
import type { PlacedOrganisation } from './queries.ts'
import type { Placement, SiteStore } from './store.ts'
import { suggestSites } from './suggest-sites.ts'

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
  const ownSites = sitesFrom.map((source) => (one: PlacedOrganisation) => one.source === source)
  let [sameName, made] = [await placeByName(sites, day), 0]
  for (const isOwn of ownSites) {
    made += await makeSites(sites, day, isOwn)
    sameName += await placeByName(sites, day)
  }
  return { made, sameName, unmapped: unmappedOf(await sites.placed(day)).length }
}

async function placeByName(sites: SiteStore, day: Day): Promise<number> {
  const organisations = await sites.placed(day)
  const known = await sites.sites()
  const answers = suggestSites(unmappedOf(organisations), knownSites(known, organisations), [])
  const nameOf = new Map(known.map(({ id, name }) => [id, name]))
  const placements = answers.flatMap((answer): Placement[] => {
    const site = answer.kind === 'same-name' ? nameOf.get(answer.siteId) : undefined
    const whose = organisations.find(
      ({ source, key }) => source === answer.organisation.source && key === answer.organisation.key,
    )
    if (site === undefined || !whose) return []
    return [{ ...byItself(whose), site, rule: 'same-name', evidence: { name: whose.name } }]
  })
  await sites.place(placements, day)
  return placements.length
}

async function makeSites(
  sites: SiteStore,
  day: Day,
  isOwn: (organisation: PlacedOrganisation) => boolean,
): Promise<number> {
  const organisations = (await sites.placed(day)).filter(
    (organisation) => organisation.rule === 'unmapped' && isOwn(organisation),
  )
  const taken = new Set((await sites.sites()).map(({ name }) => name))
  const placements = organisations.map((organisation): Placement => {
    const plain = organisation.name ?? `${organisation.source} ${organisation.key}`
    const site = taken.has(plain) ? `${plain} (${organisation.key})` : plain
    taken.add(site)
    return { ...byItself(organisation), site, rule: 'made', evidence: { name: organisation.name } }
  })
  await sites.place(placements, day)
  return placements.length
}

function byItself({ source, key, since }: PlacedOrganisation) {
  return { source, key, from: since, decidedBy: null, reason: null }
}
