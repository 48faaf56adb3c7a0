import { AppError } from '../lib/errors.ts'
import type { Progress, Tick } from '../lib/progress.ts'
import type { Writer } from '../sources/source.ts'
import { settleRepeated } from './in-doubt.ts'
import { newOutcome } from './new-outcome.ts'
import type { PendingChange, PlanHead } from './queries.ts'
import type { PlanStore } from './store.ts'

export interface ApplyContext {
  readonly runId: number
  readonly actor: string
  readonly plans: PlanStore
  readonly writer: Writer
  readonly progress: Progress
  /** Changes per transaction in the target. */
  readonly batchSize?: number
}

/** How a plan stands after it was applied: outcomes by kind. */
export interface ApplySummary {
  readonly plan: number
  readonly outcomes: Readonly<Record<string, number>>
}

const BATCH_SIZE = 1_000

/** Writes what a plan says, row by row where the planned state still stands; may be run again. */
export async function applyPlan(context: ApplyContext, planId: number): Promise<ApplySummary> {
  const { plans, writer } = context
  const plan = await plans.get(planId)
  await assertApplicable(plan, context)
  if (plan.state === 'waiting' || plan.state === 'applying') {
    await writer.assertWritable()
    await plans.setState(planId, 'applying')
    const step = plan.kind === 'undo' ? 'undo' : 'apply'
    await context.progress.step(step, (tick) => applyPending(context, plan, tick))
    await plans.setState(planId, 'applied')
  }
  // Said again each time: a run before may have been killed just before it said so.
  const outcomes = await plans.outcomeCounts(planId)
  const isTakenBack = plan.undoes !== null && (outcomes.failed ?? 0) === 0
  if (plan.undoes !== null && isTakenBack) await plans.setState(plan.undoes, 'undone')
  return { plan: planId, outcomes }
}

async function assertApplicable(plan: PlanHead, { plans, writer }: ApplyContext): Promise<void> {
  const { id } = plan
  if (plan.state === 'held') {
    throw new AppError('plan.held', { id, reasons: plan.holds.map((hold) => hold.code) })
  }
  if (plan.state === 'superseded') {
    throw new AppError('plan.superseded', { id, by: plan.supersededBy ?? id })
  }
  if (plan.state === 'undoing' || plan.state === 'undone') {
    throw new AppError('plan.already-undone', { id, by: (await plans.findUndo(id))?.id ?? id })
  }
  assertSameTarget(plan, writer.target)
}

/** Throws `plan.other-target` when a plan was made for another system than the one reached. */
export function assertSameTarget({ id, target }: PlanHead, configured: string): void {
  if (target === configured) return
  throw new AppError('plan.other-target', { id, planned: target, configured })
}

async function applyPending(context: ApplyContext, plan: PlanHead, tick: Tick): Promise<void> {
  const { plans, batchSize = BATCH_SIZE } = context
  for (let after = 0; after < plan.changes; after += batchSize) {
    const batch = await plans.pending(plan.id, { after, last: after + batchSize })
    const [first] = batch
    const last = batch.at(-1)
    if (!first || !last) continue
    await applyBatch(context, plan.id, { batch, first: first.n, last: last.n })
    tick(last.n, plan.changes)
  }
}

/** Says what it is about to try, writes it in one transaction, and keeps what came of it. */
async function applyBatch(
  { runId, actor, plans, writer }: ApplyContext,
  planId: number,
  { batch, first, last }: { batch: readonly PendingChange[]; first: number; last: number },
): Promise<void> {
  await plans.addAttempt(planId, runId, { first, last })
  const written = await writer.replace(batch)
  const outcomes = batch.flatMap((change, index) => {
    const outcome = written[index]
    return outcome ? [newOutcome(change.n, settleRepeated(change, outcome))] : []
  })
  if (outcomes.length !== batch.length) throw new Error('a change came back without an outcome')
  await plans.addOutcomes({ planId, runId, actor }, outcomes)
}
