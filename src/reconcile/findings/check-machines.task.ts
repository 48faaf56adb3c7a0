import type { Machine } from '../../inventory/machine/machine.ts'
import type { MachineStore } from '../../inventory/machine/store.ts'
import type { Day } from '../../lib/day.ts'
import type { FleetSources } from '../checks/check.ts'
import type { FindingDraft } from '../checks/finding-draft.ts'
import type { PlannedLook } from '../checks/plan-looks.ts'
import { readyChecks } from '../checks/ready-checks.ts'
import type { WantedChecks } from '../checks/wanted-checks.ts'
import type { FindingShift } from './look.ts'
import type { FindingStore } from './store.ts'

export interface MachineCheckContext {
  readonly runId: number
  readonly machines: MachineStore
  readonly findings: FindingStore
  /** Those of the configuration whose records are machines. */
  readonly sources: FleetSources
  readonly settings: WantedChecks
  /** What is looked at elsewhere, by check and scope; findings of no look are nobody's to see. */
  readonly otherLooks: readonly { readonly check: string; readonly scope: string }[]
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
  { runId, machines, findings, sources, settings, otherLooks }: MachineCheckContext,
  { day, today }: { readonly day: Day; readonly today: Day },
): Promise<MachineChecks> {
  const standings = await machines.standings(today)
  const newest = await findings.newestDays()
  const ready = readyChecks(sources, standings, settings)
  const looks = ready.looks.filter(
    ({ check, scope }) => (newest.get(`${check} ${scope}`) ?? day) <= day,
  )
  const check = ready.checker(looks)
  const seen: Tally = { machines: 0, findings: {} }
  const look = { runId, planId: null, day, today, looks }
  if (looks.some(({ skipped }) => skipped === null)) {
    await machines.read(day, (all) =>
      findings.look({ ...look, seen: draftsOf(all, { check, seen }) }),
    )
  } else await findings.look({ ...look, seen: [] })
  await findings.tellDormant([...ready.looks, ...otherLooks])
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
