import { AppError } from '../lib/errors.ts'
import { type ApplySummary, applyPlan } from '../reconcile/apply-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import { undoPlan } from '../reconcile/undo-plan.task.ts'
import { type VerifySummary, verifyPlan } from '../reconcile/verify-plan.task.ts'
import { assertApproved } from './approve-plan.task.ts'
import type { JobContext } from './context.ts'
import { correctedSystem } from './corrected-system.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'
import { type Deed, tellTrail } from './tell-trail.ts'

/**
 * Writes a plan to the system it is for, or goes on where an interrupted apply stopped. Throws
 * `plan.not-enabled` for one of names where those are not to be corrected, and
 * `access.second-person-needed` for one that nobody approved who must.
 */
export function applyChanges(context: JobContext, planId: number) {
  return runRecorded<ApplySummary>(context, 'apply', async (handle) => {
    await assertWanted(context, planId)
    await assertApproved(context, await planStore(context.database).get(planId))
    await tellTrail(context, begun('plan.apply-begun', planId, handle))
    const summary = await writeApproved(context, handle, planId)
    return { state: stateOfWriting(summary), summary }
  })
}

/** Takes back what a plan wrote. */
export function undoChanges(context: JobContext, planId: number) {
  return runRecorded<ApplySummary>(context, 'undo', async (handle) => {
    const { readComputers } = await systemOf(context, planId)
    await tellTrail(context, begun('plan.undo-begun', planId, handle))
    const doing: typeof applyPlan = (writing, id) => undoPlan({ ...writing, readComputers }, id)
    const summary = await write(context, handle, { doing, planId })
    return { state: stateOfWriting(summary), summary }
  })
}

/** Told before anything is written, so that a server that is killed meanwhile leaves no doubt of who wrote. */
function begun(action: string, planId: number, { id: run }: RunHandle): Deed {
  return { action, about: `P${planId}`, details: { run } }
}

/** Reads the system again and says how the applied changes of a plan stand. */
export function verifyChanges(context: JobContext, planId: number) {
  return runRecorded<VerifySummary>(context, 'verify', async (handle) => {
    const summary = await lookBack(context, handle, planId)
    return { state: summary.departures.length > 0 ? 'differences' : 'agreed', summary }
  })
}

/** Writes a plan as part of another run. Throws `access.second-person-needed`. */
export async function writeApproved(
  context: JobContext,
  handle: RunHandle,
  planId: number,
): Promise<ApplySummary> {
  await assertApproved(context, await planStore(context.database).get(planId))
  return write(context, handle, { doing: applyPlan, planId })
}

/** Hands `doing` the one writer there is to the system of a plan, and closes it whatever comes. */
async function write(
  context: JobContext,
  { id, progress }: RunHandle,
  { doing, planId }: { doing: typeof applyPlan; planId: number },
): Promise<ApplySummary> {
  const system = await systemOf(context, planId)
  const writer = await system.openWriter()
  try {
    const plans = planStore(context.database)
    return await doing({ runId: id, actor: context.who.actor, plans, writer, progress }, planId)
  } finally {
    await writer.close()
  }
}

/** Reads the system of a plan and holds what the plan applied against it. */
export async function lookBack(
  context: JobContext,
  { id, progress }: RunHandle,
  planId: number,
): Promise<VerifySummary> {
  const plans = planStore(context.database)
  const { readComputers } = await systemOf(context, planId)
  return progress.step('verify', () => verifyPlan({ plans, runId: id }, planId, readComputers))
}

async function systemOf(context: JobContext, planId: number) {
  const { corrects } = await planStore(context.database).get(planId)
  return correctedSystem(context, corrects)
}

/** What was switched off since a plan was made is not written; it can be taken back. */
async function assertWanted({ database, settings }: JobContext, planId: number): Promise<void> {
  const { corrects } = await planStore(database).get(planId)
  if (corrects === 'names') assertNamesWanted(settings)
}

/** Throws `plan.not-enabled` unless names are to be corrected. */
export function assertNamesWanted({ corrections }: JobContext['settings']): void {
  if (corrections.threatlockerNames.enabled) return
  throw new AppError('plan.not-enabled', { setting: 'corrections.threatlockerNames.enabled' })
}

function stateOfWriting({ outcomes }: ApplySummary) {
  return Object.keys(outcomes).some((kind) => kind !== 'applied') ? 'differences' : 'agreed'
}
