import type { KeptDelivery } from '../collect/store.ts'
import type { ListedChange } from '../reconcile/change-queries.ts'
import type { Finding } from '../reconcile/finding-queries.ts'
import type { PlanHead } from '../reconcile/head-queries.ts'
import type { PlanOrigin } from '../reconcile/origin-queries.ts'
import type { Verification } from '../reconcile/store.ts'
import type { Departure } from '../reconcile/verification-queries.ts'
import { byPlace, compareNames } from './place.ts'

/** Everything a report on one plan is made of. */
export interface ReportData {
  readonly plan: PlanHead
  readonly origin: PlanOrigin
  /** The plan of TAGs made before this one; null for the first. */
  readonly previous: PlanHead | null
  /** The deliveries it was made from; none for an undo. */
  readonly deliveries: readonly KeptDelivery[]
  readonly changes: readonly ReportedChange[]
  readonly verification: Verification | null
  /** The disagreements; null for an undo, which compares no books. */
  readonly findings: Findings | null
}

export interface Findings {
  readonly open: readonly Finding[]
  /** Those that this plan was the first not to see any more. */
  readonly closed: readonly Finding[]
}

/** A planned change, what became of it, and how it stood when last verified. */
export interface ReportedChange extends ListedChange {
  /** Null for a change that was not written. */
  readonly standing: ChangeStanding | null
}

export interface ChangeStanding {
  readonly kind: 'not-verified' | 'standing' | Departure['kind']
  readonly found: string | null
  /** The `HARDWARE_ID` a merged computer lives on under. */
  readonly recordId: number | null
}

/** The changes of a plan with all that is known of each, by place and then by `HARDWARE_ID`. */
export function reportedChanges(
  changes: readonly ListedChange[],
  verification: Verification | null,
): ReportedChange[] {
  const departures = new Map(verification?.departures.map((each) => [each.n, each]))
  return changes
    .map((change) => ({ ...change, standing: standingOf(change) }))
    .toSorted((one, other) => byPlace(one, other) || one.recordId - other.recordId)

  function standingOf({ n, outcome, at }: ListedChange): ChangeStanding | null {
    if (outcome !== 'applied') return null
    const isLookedAt = verification !== null && at !== null && at <= verification.at
    if (!isLookedAt) return { kind: 'not-verified', found: null, recordId: null }
    const departure = departures.get(n)
    if (!departure) return { kind: 'standing', found: null, recordId: null }
    const { kind, found, foundRecordId: recordId } = departure
    return { kind, found, recordId }
  }
}

/** Findings by place, and within one place by what they are about. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (one, other) => byPlace(one, other) || compareNames(one.subject, other.subject),
  )
}
