import type { Machine } from '../../inventory/machine/machine.ts'
import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { FleetSources } from './check.ts'
import type { FindingDraft } from './finding-draft.ts'
import { FLEET_CHECKS, type FleetCheckCode } from './fleet-checks.ts'
import { type PlannedLook, planLooks } from './plan-looks.ts'
import { fleetChecker } from './run-fleet-checks.ts'
import type { WantedChecks } from './wanted-checks.ts'

/** The checks over machines, ready for a day. */
export interface ReadyChecks {
  /** Every scope of every wanted check: looked at, or skipped and why. */
  readonly looks: readonly PlannedLook<FleetCheckCode>[]
  /** Makes ready to be handed machine after machine, for these of the looks. */
  checker(
    looks: readonly PlannedLook<FleetCheckCode>[],
  ): (machine: Machine) => FindingDraft<FleetCheckCode>[]
}

/** Says which checks look at what, by how the sources stood. */
export function readyChecks(
  sources: FleetSources,
  standings: readonly SourceStanding[],
  { policy, severities, off }: WantedChecks,
): ReadyChecks {
  const checks = FLEET_CHECKS.filter(({ code }) => !off.includes(code))
  const heardAt = new Map(
    standings.flatMap(({ source, heardAt }) => (heardAt === null ? [] : [[source, heardAt]])),
  )
  return {
    looks: planLooks<FleetCheckCode>(checks, sources, standings),
    checker: (looks) =>
      fleetChecker<FleetCheckCode>({ checks, looks, sources, policy, severities, heardAt }),
  }
}
