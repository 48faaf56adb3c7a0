import type { KeptDelivery } from '../collect/store.ts'
import type { ListedChange } from '../reconcile/change-queries.ts'
import type { PlanFinding } from '../reconcile/findings/plan-queries.ts'
import type { PlanHead } from '../reconcile/head-queries.ts'
import type { PlanOrigin } from '../reconcile/origin-queries.ts'
import type { Verification } from '../reconcile/store.ts'
import type { Departure } from '../reconcile/verification-queries.ts'
import { byPlace, compareNames } from './place.ts'

/** Everything a report on one plan is made of. */
export interface ReportData {
  readonly plan: PlanHead
  readonly origin: PlanOrigin
  /** The plan made before this one that corrects the same; null for the first. */
  readonly previous: PlanHead | null
  /** The deliveries it was made from; of TAGs alone. */
  readonly deliveries: readonly KeptDelivery[]
  readonly changes: readonly ReportedChange[]
  readonly verification: Verification | null
  /** The disagreements; null for what compares no books: an undo, and a plan of names. */
  readonly findings: Findings | null
}

export interface Findings {
  readonly open: readonly PlanFinding[]
  /** Those that this plan was the first not to see any more. */
  readonly closed: readonly PlanFinding[]
}

/** A planned change, what became of it, and how it stood when last verified. */
export interface ReportedChange extends ListedChange {
  /** Null for a change that was not written. */
  readonly standing: ChangeStanding | null
}

export interface ChangeStanding {
  readonly kind: 'not-verified' | 'standing' | Departure['kind']
  readonly found: string | null
  /** The key a merged computer lives on under. */
  readonly recordKey: string | null
}

/** The changes of a plan with all that is known of each, by place and then as they were planned. */
export function reportedChanges(
  changes: readonly ListedChange[],
  verification: Verification | null,
): ReportedChange[] {
  const departures = new Map(verification?.departures.map((each) => [each.n, each]))
  return changes
    .map((change) => ({ ...change, standing: standingOf(change) }))
    .toSorted((one, other) => byPlace(one, other) || one.n - other.n)

  function standingOf({ n, outcome, at }: ListedChange): ChangeStanding | null {
    if (outcome !== 'applied') return null
    const isLookedAt = verification !== null && at !== null && at <= verification.at
    if (!isLookedAt) return { kind: 'not-verified', found: null, recordKey: null }
    const departure = departures.get(n)
    if (!departure) return { kind: 'standing', found: null, recordKey: null }
    const { kind, found, foundRecordKey: recordKey } = departure
    return { kind, found, recordKey }
  }
}

/** Findings by place, and within one place by what they are about. */
export function inOrder(findings: readonly PlanFinding[]): PlanFinding[] {
  return findings.toSorted(
    (one, other) => byPlace(one, other) || compareNames(one.subject, other.subject),
  )
}
