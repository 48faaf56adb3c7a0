import type { OcsComputer } from '../sources/ocs/computer.ts'
import { settleAbandoned } from './in-doubt.ts'
import { newOutcome } from './new-outcome.ts'
import type { SettledPlan } from './settled-plan.ts'
import type { PlanStore } from './store.ts'

/** Reads every computer as it is now, the archived ones too. */
export type ReadComputers = () => Promise<readonly OcsComputer[]>

/**
 * Says of each change that interrupted plans had begun and not ended what came of it, told from the
 * rows as they are now. Keeps nothing: that is for whoever takes the plans' place.
 */
export async function settleAbandonedPlans(
  plans: PlanStore,
  planIds: readonly number[],
  readComputers: ReadComputers,
): Promise<SettledPlan[]> {
  const abandoned = await Promise.all(
    planIds.map(async (planId) => ({ planId, changes: await plans.abandoned(planId) })),
  )
  if (abandoned.every(({ changes }) => changes.length === 0)) return []

  const computers = await readComputers()
  const byId = new Map(computers.map((computer) => [computer.hardwareId, computer]))
  return abandoned.map(({ planId, changes }) => ({
    planId,
    outcomes: changes.map((change) =>
      newOutcome(change.n, settleAbandoned(change, byId.get(change.recordId))),
    ),
  }))
}
