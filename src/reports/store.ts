import { collectionStore } from '../collect/store.ts'
import type { Database } from '../db/database.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { planStore } from '../reconcile/store.ts'
import { inOrder, type ReportData, reportedChanges } from './report-data.ts'

/** What a report is made of, read from the database. */
export function reportStore(database: Database) {
  const plans = planStore(database)
  return {
    /** All that is known of a plan. Throws `plan.not-found`. */
    async get(planId: number): Promise<ReportData> {
      const plan = await plans.get(planId)
      const origin = await plans.origin(planId)
      const verification = await plans.findVerification(planId)
      const isOfBooks = plan.kind === 'tags'
      const around = isOfBooks ? await findingStore(database).aroundPlan(planId) : null
      return {
        plan,
        origin,
        previous: origin.previousId === null ? null : await plans.get(origin.previousId),
        deliveries: await collectionStore(database).ofPlan(planId),
        changes: reportedChanges(await plans.changes(planId), verification),
        verification,
        findings: around && { open: inOrder(around.open), closed: inOrder(around.closed) },
      }
    },
  }
}
