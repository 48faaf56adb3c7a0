import type { OcsComputer } from '../sources/ocs/computer.ts'
import { settleAbandoned } from './in-doubt.ts'
import { newOutcome } from './new-outcome.ts'
import type { PlanStore } from './store.ts'

export interface SettleContext {
  readonly runId: number
  readonly actor: string
  readonly plans: PlanStore
}

/**
 * Before a new plan takes the place of interrupted ones: says of every change they had begun what
 * came of it, told from the rows as just read. Returns how many were settled.
 */
export async function settlePlans(
  { runId, actor, plans }: SettleContext,
  target: string,
  computers: readonly OcsComputer[],
): Promise<number> {
  const byId = new Map(computers.map((computer) => [computer.hardwareId, computer]))
  let settled = 0
  for (const planId of await plans.unfinished(target)) {
    const outcomes = (await plans.abandoned(planId)).map((change) =>
      newOutcome(change.n, settleAbandoned(change, byId.get(change.recordId))),
    )
    await plans.addOutcomes({ planId, runId, actor }, outcomes)
    settled += outcomes.length
  }
  return settled
}
