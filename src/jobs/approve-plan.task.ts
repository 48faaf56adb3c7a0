import { addAuditEntry } from '../access/audit/store.ts'
import { isApproved, needsAnother, personOf } from '../access/four-eyes.ts'
import { AppError } from '../lib/errors.ts'
import { assertMayBeApplied } from '../reconcile/apply-plan.task.ts'
import { type KeptApproval, keepApproval, lockForApproval } from '../reconcile/approve-plan.task.ts'
import type { PlanHead } from '../reconcile/head-queries.ts'
import { planStore } from '../reconcile/store.ts'
import type { JobContext } from './context.ts'

/** Which plan somebody approves, and why. */
export interface Approving {
  readonly planId: number
  readonly reason: string | null
}

type ApprovalContext = Pick<JobContext, 'database' | 'now' | 'who' | 'settings'>

/**
 * Keeps a person's word that a plan may be written, with its entry in the audit trail, and lets a held plan pass.
 * No run of its own: it waits for nothing. Throws `plan.not-found`, `plan.superseded`, `plan.not-approvable`, and
 * `access.second-person-needed` for the one who made it where two people are needed.
 */
export function approvePlan(
  { database, now, who: { actor }, settings: { isSecondPersonNeeded } }: ApprovalContext,
  { planId, reason }: Approving,
): Promise<KeptApproval> {
  return database.transaction(async (transaction) => {
    const { maker } = await lockForApproval(transaction, planId)
    if (needsAnother({ isSecondPersonNeeded, maker, approver: actor })) {
      throw new AppError('access.second-person-needed', { plan: planId, maker })
    }
    const [at, person] = [now(), personOf(actor)]
    const kept = await keepApproval(transaction, planId, { person, actor, at, reason })
    const { isNew, isHoldLifted } = kept
    const details = { person, maker, reason, isHoldLifted }
    const news = { actor, action: 'plan.approved', about: `P${planId}`, details }
    if (isNew || isHoldLifted) await addAuditEntry(transaction, news, at)
    return kept
  })
}

/**
 * Throws `access.second-person-needed` where a plan waits for the word of somebody who did not make it. Taking back
 * needs none: it only restores what stood there.
 */
export async function assertApproved(
  { database, settings: { isSecondPersonNeeded } }: Pick<ApprovalContext, 'database' | 'settings'>,
  { id, kind, state }: Pick<PlanHead, 'id' | 'kind' | 'state'>,
): Promise<void> {
  const isToBeWritten = state === 'waiting' || state === 'applying'
  if (!isSecondPersonNeeded || kind === 'undo' || !isToBeWritten) return
  const plans = planStore(database)
  const { actor: maker } = await plans.origin(id)
  const approvers = (await plans.approvals(id)).map(({ person }) => person)
  if (isApproved({ isSecondPersonNeeded, maker, approvers })) return
  throw new AppError('access.second-person-needed', { plan: id, maker })
}

/** Throws what keeps a plan from being written as it stands: its state, or that nobody approved it who must. */
export async function assertMayBeWritten(
  context: Pick<ApprovalContext, 'database' | 'settings'>,
  planId: number,
): Promise<void> {
  const plans = planStore(context.database)
  const plan = await plans.get(planId)
  await assertMayBeApplied(plan, plans)
  await assertApproved(context, plan)
}
