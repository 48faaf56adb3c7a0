import { settleAbandoned } from './in-doubt.ts'
import { newOutcome } from './new-outcome.ts'
import type { PresentComputers } from './present-computers.ts'
import type { SettledPlan } from './settled-plan.ts'
import type { PlanStore } from './store.ts'

export type ReadComputers = () => Promise<PresentComputers>

/**
 * Says of each change that interrupted plans had begun and not ended what came of it, told from the
 * records as they are now; of a record that cannot be read nothing is said. Keeps nothing: that is
 * for whoever takes the plans' place.
 */
export async function settleAbandonedPlans(
  plans: PlanStore,
  planIds: readonly number[],
  { readComputers }: { readonly readComputers: ReadComputers },
): Promise<SettledPlan[]> {
  const abandoned = await Promise.all(
    planIds.map(async (planId) => ({ planId, changes: await plans.abandoned(planId) })),
  )
  if (abandoned.every(({ changes }) => changes.length === 0)) return []

  const present = await readComputers()
  return abandoned.map(({ planId, changes }) => {
    const settled = changes.flatMap((change) => {
      const found = present.find(change.recordKey)
      return found === 'unreadable' ? [] : [{ change, outcome: settleAbandoned(change, found) }]
    })
    return {
      planId,
      outcomes: settled.map(({ change, outcome }) => newOutcome(change.n, outcome)),
      written: settled.flatMap(({ change, outcome }) =>
        outcome.kind === 'applied' ? [change.recordKey] : [],
      ),
    }
  })
}
