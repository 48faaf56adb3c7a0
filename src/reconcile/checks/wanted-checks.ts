import type { CheckPolicy } from './check-policy.ts'
import type { CheckCode } from './checks.ts'
import type { Severity } from './finding-draft.ts'

/** What an installation wants checked. */
export interface WantedChecks {
  readonly policy: CheckPolicy
  /** Other severities than the checks' own. */
  readonly severities: Readonly<Partial<Record<CheckCode, Severity>>>
  /** Checks that are not made. */
  readonly off: readonly CheckCode[]
}
