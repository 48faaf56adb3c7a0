import { makeEvidence } from './evidence.ts'
import { makeGroups, membersOf } from './groups.ts'
import { knownDecisions } from './known-decisions.ts'
import { type Link, linksOf } from './link.ts'
import { type Clash, linkByPeople } from './link-by-people.ts'
import { type LostCandidate, lostCandidates } from './lost-candidate.ts'
import {
  DEFAULT_MATCH_OPTIONS,
  type LinkDecision,
  type MatchOptions,
  type MatchRecord,
} from './match-record.ts'
import type { Matching, OpenQuestion } from './matching.ts'
import { runPass } from './pass.ts'
import type { RuleName } from './rule-name.ts'

/** Which records are one machine, and why. All by record id, ascending. */
export interface MatchResult {
  /** Each record in exactly one; by their first record. */
  readonly groups: readonly (readonly number[])[]
  /** One for each record in a group of two or more. */
  readonly links: readonly Link[]
  /** Records that are alone although they share evidence with another. */
  readonly unlinked: readonly UnlinkedRecord[]
  /** What only a person can decide. */
  readonly ambiguous: readonly Ambiguity[]
  /** Decisions of people that were set aside because others forbid them. */
  readonly clashes: readonly DecisionClash[]
  /** How many pairs of records were compared, one counted again for each rule that brought it up. */
  readonly pairsCompared: number
}

export interface UnlinkedRecord {
  readonly recordId: number
  readonly lost: LostCandidate
}

/** Groups that a rule found equal and could not tell apart, so that none was linked by it. */
export interface Ambiguity {
  readonly rule: RuleName
  readonly why: OpenQuestion['why']
  readonly candidates: readonly (readonly number[])[]
}

export interface DecisionClash {
  readonly mustLink: readonly [number, number]
  readonly cannotLink: readonly [number, number]
}

/**
 * Groups records that speak of one machine, pass by pass, best evidence first; see `RULES`. What
 * people decided comes before all. The order of records and decisions does not matter; ids are
 * distinct. No rule ever compares all pairs: only groups that share a key, and few of them.
 */
export function matchRecords(
  records: readonly MatchRecord[],
  decisions: readonly LinkDecision[],
  options: MatchOptions = DEFAULT_MATCH_OPTIONS,
): MatchResult {
  const sorted = records.toSorted((one, other) => one.id - other.id)
  const matching: Matching = {
    evidence: makeEvidence(sorted, options),
    decisions: knownDecisions(decisions, sorted),
    options,
    groups: makeGroups(sorted.length),
    joins: [],
    open: [],
    pairsCompared: 0,
  }
  const clashes = linkByPeople(matching)
  for (const ruled of matching.evidence.ruled) runPass(matching, ruled)
  const lost = lostCandidates(matching)
  const groups = groupsOf(matching)
  return {
    groups,
    links: linksOf(matching, lost),
    unlinked: unlinkedOf(matching, lost),
    ambiguous: matching.open.map((question) => ambiguityOf(matching, question)),
    clashes: clashes.map((clash) => clashOf(matching, clash)),
    pairsCompared: matching.pairsCompared,
  }
}

function groupsOf(matching: Matching): number[][] {
  const groups: number[][] = []
  for (let place = 0; place < matching.evidence.records.length; place += 1) {
    if (matching.groups.of(place) === place) groups.push(idsOfGroup(matching, place))
  }
  return groups
}

function unlinkedOf(
  { evidence, groups }: Matching,
  lost: readonly (LostCandidate | undefined)[],
): UnlinkedRecord[] {
  const unlinked: UnlinkedRecord[] = []
  evidence.records.forEach(({ id }, place) => {
    const candidate = lost[place]
    if (candidate && groups.size(place) === 1) unlinked.push({ recordId: id, lost: candidate })
  })
  return unlinked
}

function ambiguityOf(matching: Matching, { rule, why, places }: OpenQuestion): Ambiguity {
  const groups = [...new Set(places.map((place) => matching.groups.of(place)))]
  const candidates = groups.sort((a, b) => a - b).map((group) => idsOfGroup(matching, group))
  return { rule: rule.name, why, candidates }
}

function clashOf({ evidence }: Matching, { mustLink, cannotLink }: Clash): DecisionClash {
  const idOf = (place: number) => evidence.records[place]?.id ?? place
  return {
    mustLink: [idOf(mustLink[0]), idOf(mustLink[1])],
    cannotLink: [idOf(cannotLink[0]), idOf(cannotLink[1])],
  }
}

function idsOfGroup({ evidence, groups }: Matching, place: number): number[] {
  return membersOf(groups, place)
    .sort((one, other) => one - other)
    .map((member) => evidence.records[member]?.id ?? member)
}
