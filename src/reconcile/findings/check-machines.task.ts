import type { Machine } from '../../inventory/machine/machine.ts'
import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { MachineStore } from '../../inventory/machine/store.ts'
import type { Day } from '../../lib/day.ts'
import type { FleetSources } from '../checks/check.ts'
import type { CheckPolicy } from '../checks/check-policy.ts'
import type { FindingDraft, Severity } from '../checks/finding-draft.ts'
import { FLEET_CHECKS, type FleetCheckCode } from '../checks/fleet-checks.ts'
import { type PlannedLook, planLooks } from '../checks/plan-looks.ts'
import { fleetChecker } from '../checks/run-fleet-checks.ts'
import type { FindingShift } from './look.ts'
import type { FindingStore } from './store.ts'

/** What an installation wants checked. */
export interface CheckSettings {
  readonly policy: CheckPolicy
  /** Other severities than the checks' own. */
  readonly severities: Readonly<Partial<Record<FleetCheckCode, Severity>>>
  /** Checks that are not wanted. */
  readonly off: readonly FleetCheckCode[]
}

export interface MachineCheckContext {
  readonly runId: number
  readonly machines: MachineStore
  readonly findings: FindingStore
  /** Those of the configuration whose records are machines. */
  readonly sources: FleetSources
  readonly settings: CheckSettings
}

/** What the checks over machines came to on a day. */
export interface MachineChecks {
  readonly day: Day
  readonly machines: number
  /** Disagreements that stand, by check. */
  readonly findings: Readonly<Record<string, number>>
  /** Came and went since the look before. */
  readonly shifts: readonly FindingShift[]
  readonly looks: readonly PlannedLook[]
}

/**
 * Checks every machine of a day and makes the findings say what was seen. Sources whose newest try,
 * up to today, did not end complete are not compared, and a look older than the newest one of its
 * check is not taken.
 */
export async function checkMachines(
  { runId, machines, findings, sources, settings }: MachineCheckContext,
  { day, today }: { readonly day: Day; readonly today: Day },
): Promise<MachineChecks> {
  const standings = await machines.standings(today)
  const newest = await findings.newestDays()
  const checks = FLEET_CHECKS.filter(({ code }) => !settings.off.includes(code))
  const planned = planLooks<FleetCheckCode>(checks, sources, standings)
  const looks = planned.filter(
    ({ check, scope }) => (newest.get(`${check} ${scope}`) ?? day) <= day,
  )
  const check = fleetChecker<FleetCheckCode>({
    ...{ checks, looks, sources, heardAt: heardAtOf(standings) },
    ...{ policy: settings.policy, severities: settings.severities },
  })
  const seen: Tally = { machines: 0, findings: {} }
  if (looks.some(({ skipped }) => skipped === null)) {
    await machines.read(day, (all) =>
      findings.look({ runId, planId: null, day, looks, seen: draftsOf(all, { check, seen }) }),
    )
  } else if (looks.length > 0) {
    await findings.look({ runId, planId: null, day, looks, seen: [] })
  }
  const known = FLEET_CHECKS.map(({ code }) => code)
  await findings.tellDormant(known, planned)
  return { day, ...seen, shifts: await findings.shiftsBy({ runId }), looks }
}

interface Tally {
  machines: number
  findings: Record<string, number>
}

async function* draftsOf(
  machines: AsyncIterable<Machine>,
  { check, seen }: { check: (machine: Machine) => FindingDraft[]; seen: Tally },
): AsyncGenerator<FindingDraft> {
  for await (const machine of machines) {
    seen.machines += 1
    for (const draft of check(machine)) {
      seen.findings[draft.check] = (seen.findings[draft.check] ?? 0) + 1
      yield draft
    }
  }
}

function heardAtOf(standings: readonly SourceStanding[]): ReadonlyMap<string, Date> {
  return new Map(
    standings.flatMap(({ source, heardAt }) => (heardAt === null ? [] : [[source, heardAt]])),
  )
}
