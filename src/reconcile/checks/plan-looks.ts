import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { Day } from '../../lib/day.ts'
import type { FleetCheck, FleetSources } from './check.ts'
import { type Scope, scopeKey } from './scope.ts'

/** Why a source cannot be compared. */
export type SkipReason =
  | Exclude<SourceStanding['state'], 'complete'>
  /** Nothing was ever collected of it. */
  | 'never-collected'
  /** It was collected, and nothing of it was taken into the history. */
  | 'not-taken-in'

/** One check over one scope: looked at, or skipped and why. */
export interface PlannedLook<Code extends string = string> {
  readonly check: Code
  /** The key of the scope. */
  readonly scope: string
  readonly sources: Scope
  /** The day of each source that is, or would have been, compared. */
  readonly compared: Readonly<Record<string, Day | null>>
  /** Of each source that is not complete, why; null when all are, and the scope is looked at. */
  readonly skipped: Readonly<Record<string, SkipReason>> | null
  /** When the oldest of what is compared began to be fetched; null for what is skipped. */
  readonly asOf: Date | null
}

/** Which checks look at which scopes: those whose every source ended complete when it last was collected. */
export function planLooks<Code extends string>(
  checks: readonly FleetCheck<Code>[],
  sources: FleetSources,
  standings: readonly SourceStanding[],
): PlannedLook<Code>[] {
  const standingOf = new Map(standings.map((standing) => [standing.source, standing]))
  return checks.flatMap((check) =>
    check.scopes(sources).map((scope) => ({
      check: check.code,
      scope: scopeKey(scope),
      sources: scope,
      ...judged(scope.map((source) => ({ source, standing: standingOf.get(source) }))),
    })),
  )
}

interface Judged {
  readonly source: string
  readonly standing: SourceStanding | undefined
}

function judged(scope: readonly Judged[]): Pick<PlannedLook, 'compared' | 'skipped' | 'asOf'> {
  const compared = scope.map(({ source, standing }) => [source, standing?.day ?? null] as const)
  const reasons = scope.map(({ source, standing }) => [source, skipReason(standing)] as const)
  const skipped = reasons.flatMap(([source, why]) => (why === null ? [] : [[source, why] as const]))
  const heard = scope.map(({ standing }) => standing?.heardAt?.getTime() ?? 0)
  const isSkipped = skipped.length > 0
  return {
    compared: Object.fromEntries(compared),
    skipped: isSkipped ? Object.fromEntries(skipped) : null,
    asOf: isSkipped ? null : new Date(Math.min(...heard)),
  }
}

function skipReason(standing: SourceStanding | undefined): SkipReason | null {
  if (standing === undefined) return 'never-collected'
  const { state, day, heardAt } = standing
  if (state !== 'complete') return state
  return day === null || heardAt === null ? 'not-taken-in' : null
}
