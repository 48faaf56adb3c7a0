import type { PlacedOrganisation } from './queries.ts'
import type { KnownSite, UnmappedOrganisation } from './suggest-sites.ts'

/** Sites with the names and sources of the organisations that are at them. */
export function knownSites(
  sites: readonly { readonly id: number; readonly name: string }[],
  organisations: readonly Pick<PlacedOrganisation, 'source' | 'name' | 'siteId'>[],
): KnownSite[] {
  const bySite = Map.groupBy(organisations, ({ siteId }) => siteId)
  return sites.map(({ id, name }) => {
    const there = bySite.get(id) ?? []
    const names = [name, ...there.flatMap((each) => (each.name === null ? [] : [each.name]))]
    return {
      id,
      names: [...new Set(names)],
      sources: [...new Set(there.map((each) => each.source))],
    }
  })
}

/** Organisations nobody has said a word about. */
export function unmappedOf(
  organisations: readonly (UnmappedOrganisation & Pick<PlacedOrganisation, 'rule'>)[],
): UnmappedOrganisation[] {
  return organisations.filter(({ rule }) => rule === 'unmapped')
}
