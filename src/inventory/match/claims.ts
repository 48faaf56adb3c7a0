import type { RuledKeys } from './evidence.ts'
import { entry } from './key-table.ts'
import type { Matching } from './matching.ts'

/** A group that bears a key, with the first record of each side that does. */
export interface Claim {
  readonly group: number
  readonly first: [number | null, number | null]
}

/** The groups among the bearers of one key, by first bearer; an empty list when there is only one. */
export function claimsOf(
  bearers: Int32Array,
  { groups }: Matching,
  sides: RuledKeys['sides'],
): Claim[] {
  const firstGroup = groups.of(entry(bearers, 0))
  if (bearers.every((place) => groups.of(place) === firstGroup)) return []
  const byGroup = new Map<number, Claim>()
  for (const place of bearers) {
    const group = groups.of(place)
    const claim = byGroup.get(group) ?? { group, first: [null, null] }
    byGroup.set(group, claim)
    claim.first[sideOf(sides, place)] ??= place
  }
  return [...byGroup.values()]
}

/** Two records, one of each group, that may meet by the rule; null where none may. */
export function meeting(one: Claim, other: Claim, hasSides: boolean): [number, number] | null {
  if (!hasSides) return pair(one.first[0], other.first[0])
  return pair(one.first[0], other.first[1]) ?? pair(one.first[1], other.first[0])
}

/** The claims of groups that could meet another which has no source in common with theirs. */
export function claimsInQuestion(
  claims: readonly Claim[],
  { evidence, groups }: Matching,
  hasSides: boolean,
): Claim[] {
  const kinds = Map.groupBy(claims, (claim) => kindOf(claim))
  const samples = [...kinds.values()].flatMap(([sample]) => (sample ? [sample] : []))
  const isOpen = (claim: Claim) =>
    samples.some((sample) => meeting(claim, sample, hasSides) && areDisjoint(claim, sample))
  const open = new Set(samples.filter(isOpen).map(kindOf))
  return claims.filter((claim) => open.has(kindOf(claim)))

  /** Claims of one kind have the same sources and sides, so that they can meet the same others. */
  function kindOf({ group, first }: Claim): string {
    const sides = first.map((place) => (place === null ? '-' : '+')).join('')
    return `${sides}${[...sourcesOf(group)].sort().join()}`
  }

  function areDisjoint(one: Claim, other: Claim): boolean {
    return sourcesOf(one.group).isDisjointFrom(sourcesOf(other.group))
  }

  function sourcesOf(group: number): Set<number> {
    const found = new Set<number>()
    let place = group
    do {
      found.add(entry(evidence.sources, place))
      place = groups.next(place)
    } while (place !== group)
    return found
  }
}

function pair(one: number | null, other: number | null): [number, number] | null {
  return one === null || other === null ? null : [one, other]
}

function sideOf(sides: RuledKeys['sides'], place: number): 0 | 1 {
  return sides && sides[place] === 1 ? 1 : 0
}
