import { AppError } from '../lib/errors.ts'
import { type ApplyContext, type ApplySummary, applyPlan } from './apply-plan.task.ts'

/** Takes back what a plan applied, under the same compare-and-set; rows changed since are left. */
export async function undoPlan(context: ApplyContext, planId: number): Promise<ApplySummary> {
  const plan = await context.plans.get(planId)
  const counts = await context.plans.outcomeCounts(planId)
  if ((counts.applied ?? 0) === 0) {
    throw new AppError('plan.not-applied', { id: planId, state: plan.state })
  }
  const undo = await context.plans.addUndo(planId, context.runId)
  return applyPlan(context, undo)
}
