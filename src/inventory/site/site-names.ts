import { foldOrganisation } from './fold-organisation.ts'
import { nameSimilarity } from './name-similarity.ts'

/** How many sites are named to a person who named none of them. */
const NEAREST = 5

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
    .slice(0, NEAREST)
    .map(({ site }) => site)
}
