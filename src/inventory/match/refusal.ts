import { compare } from './evidence.ts'
import { entry } from './key-table.ts'
import type { Matching } from './matching.ts'
import type { Rule } from './rules.ts'

/**
 * Why two groups cannot become one, and the two records, by place, between which that stands.
 * `left-open`: a stronger rule found them equal and left the choice to a person.
 */
export type Refusal =
  | { readonly kind: 'contradicted'; readonly by: Rule; readonly between: Pair }
  | { readonly kind: 'cannot-link' | 'same-source' | 'left-open'; readonly between: Pair }

export type Pair = readonly [number, number]

/** The gravest first. */
const KINDS: readonly Refusal['kind'][] = [
  'cannot-link',
  'contradicted',
  'same-source',
  'left-open',
]

/**
 * What keeps the groups of two records from becoming one by a rule: the gravest of what stands
 * between any member of the one and any of the other, or null.
 */
export function refusalBetween(matching: Matching, [one, other]: Pair, rule: Rule): Refusal | null {
  const { groups } = matching
  let gravest: Refusal | null = null
  let here = one
  do {
    let there = other
    do {
      const found = refusalOfPair(matching, [here, there], rule)
      if (found && (gravest === null || gravity(found) < gravity(gravest))) gravest = found
      there = groups.next(there)
    } while (there !== other)
    here = groups.next(here)
  } while (here !== one)
  return gravest
}

function refusalOfPair(matching: Matching, between: Pair, rule: Rule): Refusal | null {
  const { evidence, decisions } = matching
  const [one, other] = between
  if (decisions.apartFrom.get(one)?.has(other)) return { kind: 'cannot-link', between }
  matching.pairsCompared += 1
  const verdict = compare(evidence, one, other)
  if (verdict.kind === 'contradicted') return { kind: 'contradicted', by: verdict.by, between }
  const isOneSource = entry(evidence.sources, one) === entry(evidence.sources, other)
  if (isOneSource && !rule.joinsOneSource) return { kind: 'same-source', between }
  const isLeftOpen = verdict.kind === 'same' && verdict.by.rank < rule.rank
  return isLeftOpen ? { kind: 'left-open', between } : null
}

function gravity({ kind }: Refusal): number {
  return KINDS.indexOf(kind)
}
