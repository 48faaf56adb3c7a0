import { membersOf } from './groups.ts'
import { join, type Matching } from './matching.ts'

/** Two decisions that cannot both hold, by places: `mustLink` was set aside for `cannotLink`. */
export interface Clash {
  readonly mustLink: readonly [number, number]
  readonly cannotLink: readonly [number, number]
}

/**
 * Links what people said is one device. What they said is not wins: a must-link that would bring
 * such a pair together is set aside and given back. Of several, those of the lowest records stand.
 */
export function linkByPeople(matching: Matching): Clash[] {
  return matching.decisions.mustLink.flatMap((mustLink) => {
    const cannotLink = pairKeptApart(matching, mustLink)
    if (cannotLink) return [{ mustLink, cannotLink }]
    join(matching, { one: mustLink[0], other: mustLink[1], by: null })
    return []
  })
}

/** The first pair across the groups of two places that a person keeps apart, or null. */
function pairKeptApart(
  { groups, decisions }: Matching,
  [one, other]: readonly [number, number],
): [number, number] | null {
  if (decisions.apartFrom.size === 0 || groups.of(one) === groups.of(other)) return null
  const [smaller, larger] = groups.size(one) < groups.size(other) ? [one, other] : [other, one]
  const pairs = membersOf(groups, smaller).flatMap((from) =>
    [...(decisions.apartFrom.get(from) ?? [])]
      .filter((to) => groups.of(to) === groups.of(larger))
      .map((to): [number, number] => [Math.min(from, to), Math.max(from, to)]),
  )
  return pairs.sort(([a, b], [c, d]) => a - c || b - d)[0] ?? null
}
