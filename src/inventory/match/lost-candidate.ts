import type { RuledKeys } from './evidence.ts'
import { headsOf } from './heads.ts'
import {
  bearerCount,
  bearersOfKey,
  entry,
  type KeyTable,
  makeKeyTable,
  NO_KEY,
} from './key-table.ts'
import type { Matching } from './matching.ts'
import { type Pair, refusalBetween } from './refusal.ts'
import type { RuleName } from './rule-name.ts'
import { RULES, type Rule } from './rules.ts'
import type { UsableKeys } from './usable-keys.ts'

/** A record that shares evidence with another and is not of its device: why not. */
export interface LostCandidate {
  readonly recordId: number
  /** The rule by which the two are equal. */
  readonly rule: RuleName
  readonly reason: LostReason
}

/** `between` names the two records, one of each device, where the reason stands. */
export type LostReason =
  | { readonly kind: 'contradicted'; readonly by: RuleName; readonly between: Pair }
  | { readonly kind: 'same-source'; readonly between: Pair }
  | { readonly kind: 'cannot-link'; readonly between: Pair }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'shared-by-many' }
  | { readonly kind: 'other-site' }

type Lost = (LostCandidate | undefined)[]

/**
 * For each place the best candidate that is not of its device, once all groups are made: of the
 * strongest rule, of another source where there is one, with the lowest id. A namesake of another
 * site comes after all others, and what too many share comes last.
 */
export function lostCandidates(matching: Matching): Lost {
  const lost: Lost = new Array(matching.evidence.records.length)
  for (const ruled of matching.evidence.ruled) loseByRule({ matching, ruled, lost })
  loseToOtherSites(matching, lost)
  for (const ruled of matching.evidence.ruled) loseByWornKeys({ matching, ruled, lost })
  return lost
}

interface Losing {
  readonly matching: Matching
  readonly ruled: RuledKeys
  readonly lost: Lost
}

function loseByRule(losing: Losing): void {
  const { matching, ruled, lost } = losing
  const { rule, table, worn } = ruled
  const crowds = crowdsOf(matching, rule)
  eachShared(table, (bearers, key) => {
    if (worn[key] === 1) return
    eachWithRivals(bearers, losing, (place, rivals) => {
      const isCrowd = crowds.has(matching.groups.of(place))
      const open: LostReason = { kind: isCrowd ? 'shared-by-many' : 'ambiguous' }
      let first: LostCandidate | undefined
      for (const rival of rivals) {
        const reason = reasonBetween(matching, [place, rival], rule)
        const recordId = idOf(matching, rival)
        first ??= { recordId, rule: rule.name, reason: reason ?? open }
        if (reason === null) {
          lost[place] = { recordId, rule: rule.name, reason: open }
          return
        }
      }
      lost[place] = first
    })
  })
}

function loseByWornKeys(losing: Losing): void {
  const { matching, ruled, lost } = losing
  const reason = { kind: 'shared-by-many' } as const
  eachShared(ruled.table, (bearers, key) => {
    if (ruled.worn[key] === 0) return
    eachWithRivals(bearers, losing, (place, [rival]) => {
      const recordId = idOf(matching, rival ?? place)
      lost[place] = { recordId, rule: ruled.rule.name, reason }
    })
  })
}

/** Namesakes of other sources in other sites, where a rule across sites had nothing against them. */
function loseToOtherSites(matching: Matching, lost: Lost): void {
  const { usable, sources, sites } = matching.evidence
  const rule = RULES.find(({ name }) => name === 'hostname')
  if (!rule || matching.options.off.includes(rule.name)) return
  const classOf = (place: number) => siteClass(sites, place)
  const names = makeKeyTable({
    count: usable.length,
    keysOf: (place) => nameOf(usable[place], lost[place]),
    scopeOf: () => 0,
  })
  eachShared(names, (bearers) => {
    const sourceOf = (place: number) => entry(sources, place)
    const heads = headsOf(bearers, { sourceOf, classOf, sideOf: () => 0 })
    for (const place of bearers) {
      const namesake = heads.find(
        (head) =>
          sources[head] !== sources[place] &&
          matching.groups.of(head) !== matching.groups.of(place),
      )
      if (namesake === undefined || refusalBetween(matching, [place, namesake], rule)) continue
      const recordId = idOf(matching, namesake)
      lost[place] = { recordId, rule: 'hostname', reason: { kind: 'other-site' } }
    }
  })
}

/** The host name of a record that has lost nobody yet. */
function nameOf(usable: UsableKeys | undefined, lost: LostCandidate | undefined): string[] {
  return lost || !usable?.hostname ? [] : [usable.hostname]
}

/** A number for each site, and one of its own for each record that is at none. */
function siteClass(sites: Int32Array, place: number): number {
  const site = entry(sites, place)
  return site === NO_KEY ? NO_KEY - 1 - place : site
}

function eachShared(table: KeyTable, use: (bearers: Int32Array, key: number) => void): void {
  for (let key = 0; key < table.keyCount; key += 1) {
    if (bearerCount(table, key) > 1) use(bearersOfKey(table, key), key)
  }
}

/**
 * Gives each bearer that has lost nobody yet with its rivals: bearers of other groups, those of
 * another source or, where there are none, of its own; by id. Skips those without any.
 */
function eachWithRivals(
  bearers: Int32Array,
  { matching, ruled, lost }: Losing,
  use: (place: number, rivals: readonly number[]) => void,
): void {
  const { groups, evidence } = matching
  const { sides } = ruled
  const classOf = (place: number) => groups.of(place)
  const sourceOf = (place: number) => entry(evidence.sources, place)
  const heads = headsOf(bearers, { sourceOf, classOf, sideOf: (place) => sides?.[place] ?? 0 })
  if (heads.length === 0) return
  for (const place of bearers) {
    if (lost[place]) continue
    const rivals = heads.filter(
      (head) => classOf(head) !== classOf(place) && !(sides && sides[head] === sides[place]),
    )
    const foreign = rivals.filter((head) => sourceOf(head) !== sourceOf(place))
    if (rivals.length > 0) use(place, foreign.length > 0 ? foreign : rivals)
  }
}

/** What stands between two groups by the evidence itself; null where only the choice is open. */
function reasonBetween(matching: Matching, pair: Pair, rule: Rule): LostReason | null {
  const refusal = refusalBetween(matching, pair, rule)
  if (!refusal || refusal.kind === 'left-open') return null
  const [one, other] = refusal.between
  const between = [idOf(matching, one), idOf(matching, other)] as const
  if (refusal.kind !== 'contradicted') return { kind: refusal.kind, between }
  return {
    kind: 'contradicted',
    by: refusal.by.name,
    between,
  }
}

/** The groups that a rule found in a crowd of one name. */
function crowdsOf({ open, groups }: Matching, rule: Rule): ReadonlySet<number> {
  const crowds = open.filter(
    (question) => question.rule === rule && question.why === 'shared-by-many',
  )
  return new Set(crowds.flatMap(({ places }) => places.map((place) => groups.of(place))))
}

function idOf({ evidence }: Matching, place: number): number {
  return evidence.records[place]?.id ?? place
}
