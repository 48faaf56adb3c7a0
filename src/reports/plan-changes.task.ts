import type { ListedChange } from '../reconcile/change-queries.ts'
import type { PlanStore } from '../reconcile/store.ts'

/** How many changes are read at once: what is held never grows with the plan. */
const BATCH = 1000

/** The changes of a plan in order, batch by batch; at least one, which is empty where there are none. */
export async function* planChanges(
  plans: Pick<PlanStore, 'changesAfter'>,
  planId: number,
): AsyncGenerator<readonly ListedChange[]> {
  let after = 0
  for (;;) {
    const batch = await plans.changesAfter(planId, after, BATCH)
    const last = batch.at(-1)
    if (last || after === 0) yield batch
    if (!last || batch.length < BATCH) return
    after = last.n
  }
}
