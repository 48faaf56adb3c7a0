import type { Transaction } from '../db/transaction.ts'
import { AppError } from '../lib/errors.ts'
import * as a from './approval-queries.ts'
import { acceptPlan } from './queries.ts'

/** What a person's word came to. */
export interface KeptApproval {
  /** False where they had approved the plan before. */
  readonly isNew: boolean
  /** Whether a guard held the plan until now. */
  readonly isHoldLifted: boolean
}

/**
 * A plan that may be approved, kept from moving on until the transaction ends. Throws `plan.not-found`,
 * `plan.superseded`, and `plan.not-approvable` for one that is written already.
 */
export async function lockForApproval(
  { db }: Pick<Transaction, 'db'>,
  id: number,
): Promise<a.ApprovablePlan> {
  const [plan] = (await a.lockedPlan(id).execute(db)).rows
  if (!plan) throw new AppError('plan.not-found', { plan: String(id) })
  const { state, supersededBy } = plan
  if (state === 'superseded') throw new AppError('plan.superseded', { id, by: supersededBy ?? id })
  if (state === 'held' || state === 'waiting' || state === 'applying') return plan
  throw new AppError('plan.not-approvable', { id, state })
}

/** Keeps a person's word that a plan may be written, and lets a held one pass. */
export async function keepApproval(
  { db }: Pick<Transaction, 'db'>,
  planId: number,
  approval: a.PlanApproval,
): Promise<KeptApproval> {
  const { rows: added } = await a.insertApproval(planId, approval).execute(db)
  const { rows: lifted } = await acceptPlan(planId, approval.actor, approval.reason).execute(db)
  return { isNew: added.length > 0, isHoldLifted: lifted.length > 0 }
}
