import { AppError } from '../lib/errors.ts'
import { type ApplyContext, type ApplySummary, applyPlan } from './apply-plan.task.ts'
import { type ReadComputers, settleAbandonedPlans } from './settle-abandoned.task.ts'

export interface UndoContext extends ApplyContext {
  readonly readComputers: ReadComputers
}

/**
 * Takes back what a plan applied, under the same compare-and-set; rows changed since are left. What
 * an interrupted apply left in doubt is settled first, so that nothing it wrote is forgotten.
 */
export async function undoPlan(context: UndoContext, planId: number): Promise<ApplySummary> {
  const { plans, runId, actor, readComputers } = context
  const plan = await plans.get(planId)
  if (plan.state === 'applying') {
    for (const { outcomes } of await settleAbandonedPlans(plans, [planId], readComputers)) {
      await plans.addOutcomes({ planId, runId, actor }, outcomes)
    }
  }
  const counts = await plans.outcomeCounts(planId)
  if ((counts.applied ?? 0) === 0) {
    throw new AppError('plan.not-applied', { id: planId, state: plan.state })
  }
  const undo = await plans.addUndo(planId, runId)
  return applyPlan(context, undo)
}
