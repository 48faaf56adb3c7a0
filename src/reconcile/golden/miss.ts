import type { Classification } from '../../inventory/classify/classification.ts'
import type { FigureName } from '../../inventory/count/site-figures.ts'
import type { Link } from '../../inventory/match/link.ts'
import type { LostCandidate } from '../../inventory/match/lost-candidate.ts'
import type { SkipReason } from '../checks/plan-looks.ts'
import type { TagDecision } from '../rehearse/compare-tags.ts'
import type { ExpectedFinding, ExpectedTag } from './schema.ts'

/** One thing that a case expects and the rules do not give, or the other way round. */
export type Miss =
  | {
      readonly kind: 'machine-missing'
      /** Records that are to be one machine, of these alone. */
      readonly expected: readonly string[]
      /** The machines they are. */
      readonly found: readonly (readonly string[])[]
      readonly why: readonly WhyRecord[]
    }
  | {
      readonly kind: 'machine-unexpected'
      readonly found: readonly string[]
      readonly why: readonly WhyRecord[]
    }
  | { readonly kind: 'question-missing'; readonly expected: readonly string[] }
  | {
      readonly kind: 'question-unexpected'
      readonly found: readonly (readonly string[])[]
      readonly rule: string
      readonly why: string
    }
  | {
      readonly kind: 'finding-missing'
      readonly expected: ExpectedFinding
      /** Why the check says nothing, where that is not for the machine's own sake. */
      readonly silent: WhySilent | null
      /** What is found of the same things. */
      readonly instead: readonly FoundFinding[]
      readonly records: readonly FoundRecord[]
    }
  | {
      readonly kind: 'finding-differs'
      readonly expected: ExpectedFinding
      readonly found: FoundFinding
      readonly differs: readonly Differing[]
    }
  | {
      readonly kind: 'finding-unexpected'
      readonly found: FoundFinding
      readonly why: readonly WhyRecord[]
    }
  | {
      readonly kind: 'record-differs'
      readonly record: FoundRecord
      readonly differs: readonly Differing[]
    }
  | {
      readonly kind: 'tag-differs'
      readonly expected: ExpectedTag
      readonly found: FoundTag
      readonly differs: readonly Differing[]
    }
  | { readonly kind: 'tag-unexpected'; readonly found: FoundTag }
  | {
      readonly kind: 'count-differs'
      /** Null in all. */
      readonly site: string | null
      readonly figure: FigureName
      readonly expected: number
      readonly found: number
    }

/** One thing said of a matter, and another. */
export interface Differing {
  readonly what: string
  readonly expected: unknown
  readonly found: unknown
}

/** Why a record is of the machine it is of: by what it was linked, and what came nearest. */
export interface WhyRecord {
  readonly ref: string
  readonly linked: {
    readonly through: string
    readonly rule: Link['rule']
    readonly value: string | null
    readonly otherValue: string | null
  } | null
  readonly lost: {
    readonly ref: string
    readonly rule: LostCandidate['rule']
    readonly reason: LostCandidate['reason']['kind']
    /** What differs, where stronger evidence does. */
    readonly by: string | null
  } | null
}

/** Why a check looks at nothing: it is off, a source is not complete, or its sources are not there. */
export type WhySilent =
  | { readonly kind: 'off' }
  | { readonly kind: 'skipped'; readonly sources: Readonly<Record<string, SkipReason>> }
  | { readonly kind: 'no-sources' }

/** A finding as a case knows it. */
export interface FoundFinding {
  readonly check: string
  readonly about: string
  readonly name: string | null
  readonly records: readonly string[]
  readonly scope: string
  readonly severity: string
  readonly site: string | null
  readonly evidence: Readonly<Record<string, unknown>>
}

/** A record and what the rules make of it. */
export interface FoundRecord extends Classification {
  readonly record: string
  readonly site: string | null
}

/** What is decided of a row of OCS, and what decided it. */
export interface FoundTag extends TagDecision {
  readonly ocs: number
  readonly suggests: readonly string[]
  readonly why: Readonly<Record<string, unknown>>
}
