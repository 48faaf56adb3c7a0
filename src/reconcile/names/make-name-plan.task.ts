import type { SourceStanding } from '../../inventory/machine/queries.ts'
import type { MachineStore } from '../../inventory/machine/store.ts'
import type { Day } from '../../lib/day.ts'
import type { Progress } from '../../lib/progress.ts'
import { type PlanHold, planHolds } from '../guard.ts'
import { type ReadComputers, settleAbandonedPlans } from '../settle-abandoned.task.ts'
import type { SettledPlan } from '../settled-plan.ts'
import type { PlanStore } from '../store.ts'
import {
  byPlaceAndName,
  type NameLook,
  type NameSources,
  nameOutcome,
  type PlannedName,
} from './name-changes.ts'

/** What planning names needs; there is no writer in it. */
export interface NamePlanContext {
  readonly runId: number
  readonly actor: string
  readonly plans: PlanStore
  readonly machines: MachineStore
  readonly progress: Progress
  /** Largest share of the computers a plan may rename unasked, 0 to 1; the first plan too. */
  readonly shareLimit: number
  /** For what an interrupted apply left in doubt; asked only when there is such a thing. */
  readonly readComputers: ReadComputers
}

export interface NamePlanInputs {
  /** The account that the names are for, as a writer to it names it. */
  readonly target: string
  readonly sources: NameSources
  /** The newest day that was matched. */
  readonly day: Day
  readonly today: Day
  /** Machines whose names were found to differ, where that stands and nobody accepted it. */
  readonly mismatches: Iterable<{ readonly deviceId: number }>
  /** How the sources stand: of one that is not complete no name is taken or given. */
  readonly standings: readonly SourceStanding[]
}

export interface NamePlanSummary {
  /** Null where a source that is compared is not complete. */
  readonly plan: MadeNamePlan | null
  /** The sources that are not. */
  readonly notComplete: readonly string[]
  /** The sources whose names here are not of today: nothing is written of them unattended. */
  readonly notOfToday: readonly string[]
}

/** What a plan of names came to. */
export interface MadeNamePlan {
  readonly plan: number
  readonly state: 'held' | 'waiting'
  /** Machines whose names were found to differ, by what came of each. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Computers that ThreatLocker lists. */
  readonly rows: number
  readonly changes: number
  readonly holds: readonly PlanHold[]
}

/** Decides every machine whose names differ and keeps the plan; writes to Muster's own database only. */
export async function makeNamePlan(
  context: NamePlanContext,
  inputs: NamePlanInputs,
): Promise<NamePlanSummary> {
  const { plans, progress, runId, actor } = context
  const wanting = notCompleteOf(inputs)
  const notOfToday = notOfTodayOf(inputs)
  if (wanting.length > 0) return { plan: null, notComplete: wanting, notOfToday }

  const settled = await settleAbandonedPlans(plans, await plans.unfinished(inputs.target), context)
  const look = {
    ...inputs.sources,
    day: inputs.day,
    written: await writtenSince(context, inputs, settled),
  }
  const { changes, rows, outcomes } = await progress.step('compare-names', () =>
    compareNames(context, inputs, look),
  )
  const holds = planHolds({ changes: changes.length, rows, first: false }, context.shareLimit)
  const state = holds.length > 0 ? 'held' : 'waiting'
  const { target } = inputs
  const plan = { runId, target, state, outcomes, holds, changes: changes.length } as const
  const id = await progress.step('save-plan', () =>
    plans.addNames(plan, changes, { settled, actor }),
  )
  const made = { plan: id, state, outcomes, rows, changes: changes.length, holds } as const
  return { plan: made, notComplete: [], notOfToday }
}

/** Which of the sources that are compared did not end complete when last tried. */
function notCompleteOf({ sources, standings }: NamePlanInputs): string[] {
  const compared = [...sources.rmm, ...sources.edr]
  return compared.filter(
    (source) => standings.find((each) => each.source === source)?.state !== 'complete',
  )
}

/** Which of them were not collected whole today; all where today was not matched. */
function notOfTodayOf({ sources, standings, day, today }: NamePlanInputs): string[] {
  const compared = [...sources.rmm, ...sources.edr]
  if (day !== today) return compared
  return compared.filter(
    (source) => standings.find((each) => each.source === source)?.day !== today,
  )
}

/** Computers that were written to since the day was fetched, so that it does not show what they bear. */
async function writtenSince(
  { plans }: NamePlanContext,
  { target, sources, standings }: NamePlanInputs,
  settled: readonly SettledPlan[],
): Promise<ReadonlySet<string>> {
  const heardAt = standings.find(({ source }) => source === sources.target)?.heardAt
  const kept = heardAt ? await plans.writtenSince(target, heardAt) : []
  return new Set([...kept, ...settled.flatMap(({ written }) => written)])
}

/** Every machine of the day once; of those without a mismatch only the computers are counted. */
function compareNames(
  { machines }: NamePlanContext,
  { mismatches }: NamePlanInputs,
  look: NameLook,
) {
  const differing = new Set(Array.from(mismatches, ({ deviceId }) => deviceId))
  return machines.read(look.day, async (all) => {
    const changes: PlannedName[] = []
    const outcomes: Record<string, number> = {}
    let rows = 0
    for await (const machine of all) {
      rows += machine.records.filter(({ source }) => source === look.target).length
      if (!differing.delete(machine.deviceId)) continue
      const outcome = nameOutcome(machine, look)
      outcomes[outcome.kind] = (outcomes[outcome.kind] ?? 0) + 1
      if (outcome.kind === 'planned') changes.push(outcome.change)
    }
    if (differing.size > 0) outcomes['not-on-both-sides'] = gone(outcomes, differing.size)
    return { changes: changes.toSorted(byPlaceAndName), rows, outcomes }
  })
}

/** Machines that are no more, or another by now, are on no side. */
function gone(outcomes: Readonly<Record<string, number>>, more: number): number {
  return (outcomes['not-on-both-sides'] ?? 0) + more
}
