import { type ApplySummary, applyPlan } from '../reconcile/apply-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import { undoPlan } from '../reconcile/undo-plan.task.ts'
import { type VerifySummary, verifyPlan } from '../reconcile/verify-plan.task.ts'
import { openOcsWriter } from '../sources/ocs/client.ts'
import { type JobContext, ocsOf } from './context.ts'
import { readComputers } from './read-books.task.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'

/** Applies a plan to OCS, or goes on where an interrupted apply stopped. */
export function applyTags(context: JobContext, planId: number) {
  return runRecorded<ApplySummary>(context, 'apply', async (handle) => {
    const summary = await write(context, handle, { doing: applyPlan, planId })
    return { state: stateOfWriting(summary), summary }
  })
}

/** Takes back what a plan applied to OCS. */
export function undoTags(context: JobContext, planId: number) {
  return runRecorded<ApplySummary>(context, 'undo', async (handle) => {
    const doing: typeof applyPlan = (writing, id) =>
      undoPlan({ ...writing, readComputers: () => readComputers(context) }, id)
    const summary = await write(context, handle, { doing, planId })
    return { state: stateOfWriting(summary), summary }
  })
}

/** Reads OCS again and says how the applied changes of a plan stand. */
export function verifyTags(context: JobContext, planId: number) {
  return runRecorded<VerifySummary>(context, 'verify', async (handle) => {
    const summary = await lookBack(context, handle, planId)
    return { state: summary.departures.length > 0 ? 'differences' : 'agreed', summary }
  })
}

/** Hands `doing` the one writer there is, and closes it whatever comes. */
export async function write(
  { settings, database, who }: JobContext,
  { id, progress }: RunHandle,
  { doing, planId }: { doing: typeof applyPlan; planId: number },
): Promise<ApplySummary> {
  const writer = await openOcsWriter(ocsOf(settings))
  try {
    const plans = planStore(database)
    return await doing({ runId: id, actor: who.actor, plans, writer, progress }, planId)
  } finally {
    await writer.close()
  }
}

/** Reads OCS and holds what a plan applied against it. */
export function lookBack(
  context: JobContext,
  { id, progress }: RunHandle,
  planId: number,
): Promise<VerifySummary> {
  const plans = planStore(context.database)
  return progress.step('verify', () =>
    verifyPlan({ plans, runId: id }, planId, () => readComputers(context)),
  )
}

function stateOfWriting({ outcomes }: ApplySummary) {
  return Object.keys(outcomes).some((kind) => kind !== 'applied') ? 'differences' : 'agreed'
}
