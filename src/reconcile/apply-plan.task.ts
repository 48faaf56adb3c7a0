import { attachFailure } from '../lib/attach-failure.ts'
import { AppError } from '../lib/errors.ts'
import type { Progress, Tick } from '../lib/progress.ts'
import type { Writer } from '../sources/source.ts'
import type { PlanHead, PlanState } from './head-queries.ts'
import { settleRepeated } from './in-doubt.ts'
import { newOutcome } from './new-outcome.ts'
import type { NewOutcome, PendingChange } from './queries.ts'
import type { PlanStore } from './store.ts'

export interface ApplyContext {
  readonly runId: number
  readonly actor: string
  readonly plans: PlanStore
  readonly writer: Writer
  readonly progress: Progress
  /** Changes handed to the writer at once; as many as it takes when left out. */
  readonly batchSize?: number
}

/** How a plan stands after it was applied. */
export interface ApplySummary {
  readonly plan: number
  /** Outcomes by kind, of every run that worked on the plan. */
  readonly outcomes: Readonly<Record<string, number>>
  /** Those of this run alone; empty when nothing was left to do. */
  readonly inThisRun: Readonly<Record<string, number>>
}

/** Writes what a plan says, row by row where the planned state still stands; may be run again. */
export async function applyPlan(context: ApplyContext, planId: number): Promise<ApplySummary> {
  const { plans, writer } = context
  const plan = await plans.get(planId)
  await assertApplicable(plan, context)
  if (plan.state === 'waiting' || plan.state === 'applying') {
    await writer.assertWritable()
    await plans.setState(planId, 'applying')
    const step = STEPS[plan.corrects][plan.kind === 'undo' ? 'undo' : 'apply']
    await context.progress.step(step, (tick) => applyPending(context, plan, tick))
    await plans.setState(planId, 'applied')
  }
  // Said again each time: a run before may have been killed just before it said so.
  const outcomes = await plans.outcomeCounts(planId)
  const isTakenBack = plan.undoes !== null && (outcomes.failed ?? 0) === 0
  if (plan.undoes !== null && isTakenBack) await plans.setState(plan.undoes, 'undone')
  const inThisRun = await plans.outcomesOfRun({ planId, runId: context.runId })
  return { plan: planId, outcomes, inThisRun }
}

/** What each writing is called while it goes on. */
const STEPS = {
  tags: { apply: 'apply', undo: 'undo' },
  names: { apply: 'apply-names', undo: 'undo-names' },
} as const

/** What is being taken back, or was as far as it could be, is never applied again. */
const TAKEN_BACK: ReadonlySet<PlanState> = new Set(['undoing', 'undone', 'partly-undone'])

async function assertApplicable(plan: PlanHead, { plans, writer }: ApplyContext): Promise<void> {
  await assertMayBeApplied(plan, plans)
  assertSameTarget(plan, writer.target)
}

/** Throws `plan.held`, `plan.superseded` or `plan.already-undone` for a plan that is not to be written as it stands. */
export async function assertMayBeApplied(
  plan: PlanHead,
  plans: Pick<PlanStore, 'findUndo'>,
): Promise<void> {
  const { id } = plan
  if (plan.state === 'held') {
    throw new AppError('plan.held', { id, reasons: plan.holds.map((hold) => hold.code) })
  }
  if (plan.state === 'superseded') {
    throw new AppError('plan.superseded', { id, by: plan.supersededBy ?? id })
  }
  if (TAKEN_BACK.has(plan.state)) {
    throw new AppError('plan.already-undone', { id, by: (await plans.findUndo(id))?.id ?? id })
  }
}

/** Throws `plan.other-target` when a plan was made for another system than the one reached. */
export function assertSameTarget({ id, target }: PlanHead, configured: string): void {
  if (target === configured) return
  throw new AppError('plan.other-target', { id, planned: target, configured })
}

/**
 * While a batch is written, the next is read and what came of the one before is kept: both
 * databases work at once. After a crash two batches may be in doubt; both were announced.
 */
async function applyPending(context: ApplyContext, plan: PlanHead, tick: Tick): Promise<void> {
  const { batchSize = context.writer.batchSize } = context
  let reading = readBatch(context, plan.id, 0)
  let keeping: Promise<void> = Promise.resolve()
  const allKept = async () => {
    await Promise.allSettled([reading])
    await keeping
  }
  try {
    for (let after = 0; after < plan.changes; after += batchSize) {
      const batch = await reading
      reading = awaitedLater(readBatch(context, plan.id, after + batchSize))
      if (!batch) continue
      const outcomes = await writeBatch(context, plan.id, batch)
      await keeping
      keeping = awaitedLater(keepOutcomes(context, plan.id, outcomes))
      tick(batch.last, plan.changes)
    }
  } catch (error) {
    await allKept().catch((second: unknown) => attachFailure(error, second))
    throw error
  }
  await allKept()
}

/** A promise whose failure is thrown where it is awaited, and is no failure of the process till then. */
function awaitedLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}

/** Changes without an outcome that the writer is handed at once. */
interface Batch {
  readonly changes: readonly PendingChange[]
  /** Numbers of the first and the last of them. */
  readonly first: number
  readonly last: number
}

/** What is to be written of the changes numbered above `after`; null when it is nothing. */
async function readBatch(
  { plans, writer, batchSize = writer.batchSize }: ApplyContext,
  planId: number,
  after: number,
): Promise<Batch | null> {
  const changes = await plans.pending(planId, { after, last: after + batchSize })
  const [first] = changes
  const last = changes.at(-1)
  return first && last ? { changes, first: first.n, last: last.n } : null
}

/** Says what it is about to try, and writes it. */
async function writeBatch(
  { runId, plans, writer }: ApplyContext,
  planId: number,
  { changes, first, last }: Batch,
): Promise<NewOutcome[]> {
  await plans.addAttempt(planId, runId, { first, last })
  const written = await writer.replace(changes)
  const outcomes = changes.flatMap((change, index) => {
    const outcome = written[index]
    return outcome ? [newOutcome(change.n, settleRepeated(change, outcome))] : []
  })
  if (outcomes.length !== changes.length) throw new Error('a change came back without an outcome')
  return outcomes
}

function keepOutcomes(
  { runId, actor, plans }: ApplyContext,
  planId: number,
  outcomes: readonly NewOutcome[],
): Promise<void> {
  return plans.addOutcomes({ planId, runId, actor }, outcomes)
}
