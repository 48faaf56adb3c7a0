import { type Claim, claimsInQuestion, claimsOf, meeting } from './claims.ts'
import type { RuledKeys } from './evidence.ts'
import { makeGroups, membersOf } from './groups.ts'
import { bearerCount, bearersOfKey, entry } from './key-table.ts'
import { type Join, join, type Matching } from './matching.ts'
import { refusalBetween } from './refusal.ts'
import type { Rule } from './rules.ts'

/**
 * Links by one rule all groups that share a key of it and are each other's only choice. Who is a
 * candidate is settled before anything is linked, so that no order matters.
 */
export function runPass(matching: Matching, ruled: RuledKeys): void {
  const candidates = candidatesBy(ruled, matching)
  if (candidates.length === 0) return
  const { groups, evidence } = matching
  const clusters = makeGroups(evidence.records.length)
  for (const { one, other } of candidates) clusters.join(groups.of(one), groups.of(other))
  const settled = new Map<number, boolean>()
  for (const candidate of candidates) {
    const cluster = clusters.of(groups.of(candidate.one))
    const isClear = settled.get(cluster) ?? settle(membersOf(clusters, cluster), matching, ruled)
    settled.set(cluster, isClear)
    if (isClear) join(matching, candidate)
  }
}

/** Pairs of records that share a key while nothing stands between their groups. */
function candidatesBy(ruled: RuledKeys, matching: Matching): Join[] {
  const { rule, table, worn, sides } = ruled
  const candidates: Join[] = []
  for (let key = 0; key < table.keyCount; key += 1) {
    if (bearerCount(table, key) < 2 || worn[key] === 1) continue
    const claims = claimsOf(bearersOfKey(table, key), matching, sides)
    for (const [one, other] of meetings(claims, matching, ruled)) {
      if (refusalBetween(matching, [one, other], rule)) continue
      candidates.push({ one, other, by: ruled })
    }
  }
  return candidates
}

/** Each two of the claims that may meet; none when too many are in question, which is noted. */
function meetings(
  claims: readonly Claim[],
  matching: Matching,
  { rule, sides }: RuledKeys,
): [number, number][] {
  const hasSides = sides !== null
  const isCrowd = (some: readonly Claim[]) =>
    rule.limit === 'nameShare' && some.length > matching.options.nameShare
  const open = isCrowd(claims) ? claimsInQuestion(claims, matching, hasSides) : claims
  if (isCrowd(rule.isForLastCandidate ? claims : open)) {
    const places = open.map(({ group }) => group)
    if (places.length > 0) matching.open.push({ rule, why: 'shared-by-many', places })
    return []
  }
  return open.flatMap((one, at) =>
    open.slice(at + 1).flatMap((other) => {
      const met = meeting(one, other, hasSides)
      return met ? [met] : []
    }),
  )
}

/** True when the groups of a cluster are one device; else it is noted that a person must choose. */
function settle(places: readonly number[], matching: Matching, ruled: RuledKeys): boolean {
  const { rule } = ruled
  if (places.length === 2 || areAllOne(places, matching, rule)) return true
  matching.open.push({ rule, why: 'several-candidates', places })
  return false
}

/** True when nothing stands between any two of the groups. */
function areAllOne(places: readonly number[], matching: Matching, rule: Rule): boolean {
  if (rule.isForLastCandidate) return false
  if (!rule.joinsOneSource && haveFewerSources(places, matching)) return false
  return places.every((one, at) =>
    places.slice(at + 1).every((other) => !refusalBetween(matching, [one, other], rule)),
  )
}

/** True when the groups have fewer sources than they are many, so that two of them share one. */
function haveFewerSources(places: readonly number[], { groups, evidence }: Matching): boolean {
  const members = places.flatMap((place) => membersOf(groups, place))
  return new Set(members.map((member) => entry(evidence.sources, member))).size < places.length
}
