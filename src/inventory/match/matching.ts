import type { Evidence, RuledKeys } from './evidence.ts'
import type { Groups } from './groups.ts'
import type { KnownDecisions } from './known-decisions.ts'
import type { MatchOptions } from './match-record.ts'
import type { Rule } from './rules.ts'

/** A matching as it grows, pass by pass. */
export interface Matching {
  readonly evidence: Evidence
  readonly decisions: KnownDecisions
  readonly options: MatchOptions
  readonly groups: Groups
  /** Each join of two groups, in the order made: so many that each group is a tree of them. */
  readonly joins: Join[]
  readonly open: OpenQuestion[]
  /** How many pairs of records were compared. */
  pairsCompared: number
}

/** Two records, by place, whose groups became one. */
export interface Join {
  readonly one: number
  readonly other: number
  /** Null where a person decided. */
  readonly by: RuledKeys | null
}

/** Groups, by one place of each, that a rule would have made one device had there been only two. */
export interface OpenQuestion {
  readonly rule: Rule
  readonly why: 'several-candidates' | 'shared-by-many'
  readonly places: readonly number[]
}

/** Makes the groups of two records one, unless they are already. */
export function join({ groups, joins }: Matching, made: Join): void {
  if (groups.of(made.one) === groups.of(made.other)) return
  groups.join(made.one, made.other)
  joins.push(made)
}
