import { collectionStore } from '../collect/store.ts'
import type { Database } from '../db/database.ts'
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
      const isUndo = plan.kind === 'undo'
      const around = isUndo ? null : await plans.findingsAround(planId)
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
