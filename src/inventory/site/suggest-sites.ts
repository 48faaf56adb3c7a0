import { foldOrganisation } from './fold-organisation.ts'
import { similarNameFinder } from './name-similarity.ts'
import type { SiteEvidence } from './site-evidence.ts'

/** A vendor's organisation that is at no site yet. */
export interface UnmappedOrganisation {
  readonly source: string
  readonly key: string
  readonly name: string | null
}

export interface KnownSite {
  readonly id: number
  /** Its own name, and those of the organisations that are at it. */
  readonly names: readonly string[]
  /** The sources that have an organisation at it. */
  readonly sources: readonly string[]
}

/** Where an organisation belongs: known by its name alone, for a person to say, or without a trace. */
export type SiteAnswer =
  | {
      readonly kind: 'same-name'
      readonly organisation: UnmappedOrganisation
      readonly siteId: number
    }
  | {
      readonly kind: 'suggested'
      readonly organisation: UnmappedOrganisation
      /** The best first. */
      readonly suggestions: readonly SiteSuggestion[]
    }
  | { readonly kind: 'unmatched'; readonly organisation: UnmappedOrganisation }

/** A site that an organisation may be at, with all that speaks for it. */
export interface SiteSuggestion {
  readonly siteId: number
  /** The names are equal once folded, and yet that decides nothing: other names are too. */
  readonly isSameName: boolean
  readonly sharedDevices: number
  readonly sharedDomains: readonly string[]
  /** From 0 to 1; see `nameSimilarity`. */
  readonly nameSimilarity: number
}

/** Names less alike than this are no reason to suggest a site. */
const LEAST_SIMILARITY = 0.5
/** How many suggestions are worth a person's time. */
const MOST_SUGGESTIONS = 5

/**
 * Finds the site of each organisation. Only a folded name that one site has decides, borne by one
 * organisation of a source that has no other there; all else is suggested, and never taken.
 */
export function suggestSites(
  organisations: readonly UnmappedOrganisation[],
  sites: readonly KnownSite[],
  evidence: readonly SiteEvidence[],
): SiteAnswer[] {
  const find = siteFinder(sites)
  const evidenceById = Map.groupBy(evidence, organisationId)
  const namesakes = Map.groupBy(organisations, ({ source, name }) => `${source} ${fold(name)}`)
  return organisations.map((organisation): SiteAnswer => {
    const { source, name } = organisation
    const isOnlyOne = namesakes.get(`${source} ${fold(name)}`)?.length === 1
    const [site, ...more] = find.sameName(name)
    if (site && more.length === 0 && isOnlyOne && !site.sources.includes(source)) {
      return { kind: 'same-name', organisation, siteId: site.id }
    }
    const known = evidenceById.get(organisationId(organisation)) ?? []
    const suggestions = suggestionsFor(name, known, find)
    if (suggestions.length === 0) return { kind: 'unmatched', organisation }
    return { kind: 'suggested', organisation, suggestions }
  })
}

interface SiteFinder {
  sameName(name: string | null): readonly KnownSite[]
  /** How alike the most alike name of each site is; sites without any likeness are left out. */
  similarity(name: string | null): ReadonlyMap<number, number>
  has(siteId: number): boolean
}

function siteFinder(sites: readonly KnownSite[]): SiteFinder {
  const named = sites.flatMap((site) =>
    [...new Set(site.names.map(fold))].map((name) => ({ site, name })),
  )
  const byName = Map.groupBy(named, ({ name }) => name)
  const similarNames = similarNameFinder(named.map(({ name }) => name))
  const ids = new Set(sites.map(({ id }) => id))
  return { sameName, similarity, has: (siteId) => ids.has(siteId) }

  function sameName(name: string | null): KnownSite[] {
    const folded = fold(name)
    return folded === '' ? [] : (byName.get(folded) ?? []).map(({ site }) => site)
  }

  function similarity(name: string | null): Map<number, number> {
    const most = new Map<number, number>()
    for (const [place, likeness] of similarNames(fold(name))) {
      const id = named[place]?.site.id
      if (id !== undefined) most.set(id, Math.max(likeness, most.get(id) ?? 0))
    }
    return most
  }
}

function suggestionsFor(
  name: string | null,
  evidence: readonly SiteEvidence[],
  find: SiteFinder,
): SiteSuggestion[] {
  const similarity = find.similarity(name)
  const sameName = new Set(find.sameName(name).map(({ id }) => id))
  const known = new Map(evidence.map((each) => [each.siteId, each]))
  const alike = [...similarity].filter(([, likeness]) => likeness >= LEAST_SIMILARITY)
  const siteIds = new Set([...sameName, ...known.keys(), ...alike.map(([siteId]) => siteId)])
  return [...siteIds]
    .filter((siteId) => find.has(siteId))
    .map((siteId) => ({
      siteId,
      isSameName: sameName.has(siteId),
      sharedDevices: known.get(siteId)?.devices ?? 0,
      sharedDomains: known.get(siteId)?.domains ?? [],
      nameSimilarity: similarity.get(siteId) ?? 0,
    }))
    .sort(bestFirst)
    .slice(0, MOST_SUGGESTIONS)
}

/** Machines say more than networks, and networks more than names. */
function bestFirst(one: SiteSuggestion, other: SiteSuggestion): number {
  return (
    Number(other.isSameName) - Number(one.isSameName) ||
    other.sharedDevices - one.sharedDevices ||
    other.sharedDomains.length - one.sharedDomains.length ||
    other.nameSimilarity - one.nameSimilarity ||
    one.siteId - other.siteId
  )
}

function organisationId({ source, key }: { source: string; key: string }): string {
  return JSON.stringify([source, key])
}

function fold(name: string | null): string {
  return name === null ? '' : foldOrganisation(name)
}
