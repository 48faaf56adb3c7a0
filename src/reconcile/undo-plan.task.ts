import { AppError } from '../lib/errors.ts'
import {
  type ApplyContext,
  type ApplySummary,
  applyPlan,
  assertSameTarget,
} from './apply-plan.task.ts'
import { type ReadComputers, settleAbandonedPlans } from './settle-abandoned.task.ts'
import type { PlanStore } from './store.ts'

export interface UndoContext extends ApplyContext {
  readonly readComputers: ReadComputers
}

/**
 * Takes back what a plan applied, under the same compare-and-set; rows changed since are left. What
 * an interrupted apply left in doubt is settled first, an interrupted undo is ended, and what an
 * undo failed to take back the next one takes up.
 */
export async function undoPlan(context: UndoContext, planId: number): Promise<ApplySummary> {
  const { plans, runId, actor, writer } = context
  const plan = await plans.get(planId)
  assertSameTarget(plan, writer.target)
  if (plan.state === 'applying') {
    for (const { outcomes } of await settleAbandonedPlans(plans, [planId], context)) {
      await plans.addOutcomes({ planId, runId, actor }, outcomes)
    }
  }
  const { applied = 0 } = await plans.outcomeCounts(planId)
  if (applied === 0) throw new AppError('plan.not-applied', { id: planId, state: plan.state })

  const latest = await plans.findUndo(planId)
  const isWanting = latest === null || (await hasFailed(plans, latest.id))
  return applyPlan(context, isWanting ? await plans.addUndo(planId, runId) : latest.id)
}

/** True when an undo was ended and could not take everything back. */
async function hasFailed(plans: PlanStore, undoId: number): Promise<boolean> {
  const { failed = 0, pending = 0 } = await plans.outcomeCounts(undoId)
  return failed > 0 && pending === 0
}
