import type { Machine } from '../../inventory/machine/machine.ts'
import type { FleetCheck, FleetLook, FleetSources } from './check.ts'
import { type CheckPolicy, readyPolicy } from './check-policy.ts'
import type { FindingDraft, Severity } from './finding-draft.ts'
import type { PlannedLook } from './plan-looks.ts'

/** What every machine of a day is checked by. */
export interface FleetChecking<Code extends string> {
  readonly checks: readonly FleetCheck<Code>[]
  /** Those that are skipped are not looked at. */
  readonly looks: readonly PlannedLook<Code>[]
  readonly sources: FleetSources
  readonly policy: CheckPolicy
  /** Other severities than the checks' own. */
  readonly severities: Readonly<Partial<Record<Code, Severity>>>
  /** When each source was last heard as a whole. */
  readonly heardAt: ReadonlyMap<string, Date>
}

/** A look with what stays the same from machine to machine. */
interface ReadyLook<Code extends string> {
  readonly check: FleetCheck<Code>
  readonly look: FleetLook
  readonly draft: Pick<FindingDraft<Code>, 'check' | 'scope' | 'severity'>
}

/** Makes ready to be handed machine after machine: gives what is wrong with each, by look. */
export function fleetChecker<Code extends string>(
  checking: FleetChecking<Code>,
): (machine: Machine) => FindingDraft<Code>[] {
  const ready = readyLooks(checking)
  return (machine) => {
    const drafts: FindingDraft<Code>[] = []
    for (const { check, look, draft } of ready) {
      const found = check.find(machine, look)
      if (found !== null) drafts.push({ ...found, ...draft })
    }
    return drafts
  }
}

function readyLooks<Code extends string>({
  checks,
  looks,
  severities,
  ...known
}: FleetChecking<Code>): ReadyLook<Code>[] {
  const policy = readyPolicy(known.policy)
  const { sources, heardAt } = known
  return checks.flatMap((check) => {
    const severity = severities[check.code] ?? check.severity
    return looks
      .filter((look) => look.check === check.code && look.skipped === null)
      .map((look) => ({
        check,
        look: { scope: look.sources, sources, policy, heardAt },
        draft: { check: check.code, scope: look.scope, severity },
      }))
  })
}
