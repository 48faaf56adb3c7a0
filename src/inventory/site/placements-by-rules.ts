import { knownSites, unmappedOf } from './known-sites.ts'
import type { PlacedOrganisation } from './queries.ts'
import { suggestSites } from './suggest-sites.ts'

/** What of an organisation rules look at. */
export type RuledOrganisation = Pick<
  PlacedOrganisation,
  'source' | 'key' | 'name' | 'rule' | 'siteId'
>

/** The sites there are, and the organisations with what is known of where they are. */
export interface Places<Organisation extends RuledOrganisation> {
  readonly sites: readonly { readonly id: number; readonly name: string }[]
  readonly organisations: readonly Organisation[]
}

/** Where a rule puts an organisation: at the site of that name, which it makes where there is none. */
export interface RulePlacement<Organisation extends RuledOrganisation> {
  readonly organisation: Organisation
  readonly site: string
  readonly rule: 'same-name' | 'made'
}

/**
 * Places the organisations that are at no site: by an equal name, or, of sources whose organisations
 * are sites, as a site of their own, one source after another. All others wait for a person.
 */
export function placementsByRules<Organisation extends RuledOrganisation>(
  places: Places<Organisation>,
  sitesFrom: readonly string[],
): RulePlacement<Organisation>[] {
  const placements: RulePlacement<Organisation>[] = []
  let now = places
  const settle = (found: readonly RulePlacement<Organisation>[]) => {
    placements.push(...found)
    now = withPlacements(now, found)
  }
  settle(byName(now))
  for (const source of sitesFrom) {
    settle(asOwnSites(now, source))
    settle(byName(now))
  }
  return placements
}

/** The places once organisations are where rules put them; sites that are new get numbers below 0. */
export function withPlacements<Organisation extends RuledOrganisation>(
  { sites, organisations }: Places<Organisation>,
  placements: readonly RulePlacement<Organisation>[],
): Places<Organisation> {
  const known = new Set(sites.map(({ name }) => name))
  const made = [...new Set(placements.map(({ site }) => site))].filter((name) => !known.has(name))
  const next = sites.reduce((least, { id }) => Math.min(least, id), 0) - 1
  const all = [...sites, ...made.map((name, at) => ({ id: next - at, name }))]
  const idOf = new Map(all.map(({ id, name }) => [name, id]))
  const placed = new Map(placements.map((each) => [idOfOrganisation(each.organisation), each]))
  return {
    sites: all,
    organisations: organisations.map((organisation) => {
      const placement = placed.get(idOfOrganisation(organisation))
      if (placement === undefined) return organisation
      return { ...organisation, rule: placement.rule, siteId: idOf.get(placement.site) ?? null }
    }),
  }
}

function byName<Organisation extends RuledOrganisation>({
  sites,
  organisations,
}: Places<Organisation>): RulePlacement<Organisation>[] {
  const nameOf = new Map(sites.map(({ id, name }) => [id, name]))
  const whose = new Map(organisations.map((each) => [idOfOrganisation(each), each]))
  const answers = suggestSites(unmappedOf(organisations), knownSites(sites, organisations), [])
  return answers.flatMap((answer): RulePlacement<Organisation>[] => {
    const site = answer.kind === 'same-name' ? nameOf.get(answer.siteId) : undefined
    const organisation = whose.get(idOfOrganisation(answer.organisation))
    return site === undefined || !organisation ? [] : [{ organisation, site, rule: 'same-name' }]
  })
}

function asOwnSites<Organisation extends RuledOrganisation>(
  { sites, organisations }: Places<Organisation>,
  source: string,
): RulePlacement<Organisation>[] {
  const taken = new Set(sites.map(({ name }) => name))
  const own = organisations.filter((each) => each.rule === 'unmapped' && each.source === source)
  return own.map((organisation) => {
    const plain = organisation.name ?? `${source} ${organisation.key}`
    const site = taken.has(plain) ? `${plain} (${organisation.key})` : plain
    taken.add(site)
    return { organisation, site, rule: 'made' }
  })
}

function idOfOrganisation({ source, key }: Pick<RuledOrganisation, 'source' | 'key'>): string {
  return JSON.stringify([source, key])
}
