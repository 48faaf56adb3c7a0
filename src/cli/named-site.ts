import type { App } from '../app.ts'
import { foldOrganisation } from '../inventory/site/fold-organisation.ts'
import { nameSimilarity } from '../inventory/site/name-similarity.ts'
import { siteStore } from '../inventory/site/store.ts'
import { AppError } from '../lib/errors.ts'

/** How many sites are named to a person who named none of them. */
const NAMED = 5

/** The name of the site a person means; null when they mean none. Throws `command.bad-argument`. */
export async function namedSite(app: App, named: string | null): Promise<string | null> {
  if (named === null) return null
  const sites = (await siteStore(app.database).sites()).map(({ name }) => name)
  if (sites.length === 0) return named // nothing is at any site yet, nor at this one
  const site = siteMeant(sites, named)
  if (site !== null) return site
  const wanted = nearestNames(sites, named).join(', ')
  throw new AppError('command.bad-argument', { argument: '--site', value: named, wanted })
}

/** The site of that name, or else the only one of that name once case, accents and legal form are folded. */
export function siteMeant(sites: readonly string[], named: string): string | null {
  if (sites.includes(named)) return named
  const folded = foldOrganisation(named)
  const [first, ...others] = sites.filter((site) => foldOrganisation(site) === folded)
  return first !== undefined && others.length === 0 ? first : null
}

/** The names most like the one given, the most alike first. */
export function nearestNames(sites: readonly string[], named: string): string[] {
  const folded = foldOrganisation(named)
  return sites
    .map((site) => ({ site, likeness: nameSimilarity(foldOrganisation(site), folded) }))
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, NAMED)
    .map(({ site }) => site)
}
