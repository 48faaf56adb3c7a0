import type { AppError } from '../lib/errors.ts'
import { type ApplySummary, applyPlan } from '../reconcile/apply-plan.task.ts'
import type { PlanSummary } from '../reconcile/make-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { VerifySummary } from '../reconcile/verify-plan.task.ts'
import type { JobContext } from './context.ts'
import { type CollectSummary, collectToday, stateOfSources } from './fleet/collect-fleet.task.ts'
import { type PrunedSummary, pruneNow } from './fleet/prune-fleet.task.ts'
import { type NameNight, nameNight, stateOfNames } from './plan-names.task.ts'
import { planFrom, stateOfPlan } from './plan-tags.task.ts'
import { type InputSummary, readBooks, stateOfInputs, summariesOf } from './read-books.task.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'
import { settled } from './settled.ts'
import { lookBack, write } from './write-plan.task.ts'
import { type ReportSummary, writeReports } from './write-report.task.ts'

/** What a night did, in its order; null for what it did not come to. */
export interface NightSummary extends TagNight {
  /** What every source said of the day, taken into the history. */
  readonly collected: CollectSummary | null
  /** What was not to be kept any longer. */
  readonly pruned: PrunedSummary | null
  /** Null where names are not to be corrected. */
  readonly names: NameNight | null
}

/** The main job's part of a night. */
interface TagNight {
  readonly inputs: readonly InputSummary[]
  /** How the last applied plan stood at the start of the night. */
  readonly lookBack: VerifySummary | null
  readonly plan: PlanSummary | null
  /** Null where a guard held the plan or the configuration leaves applying to people. */
  readonly applied: ApplySummary | null
  readonly verified: VerifySummary | null
  readonly reports: ReportSummary | null
  /** The named failure that kept the night from its end; what was done before it stands. */
  readonly failure: AppError | null
}

/**
 * A night without a person: collects every source into the history, checks the machines, prunes,
 * corrects names where that is wanted, and, where OCS is configured, does the main job.
 */
export function nightly(context: JobContext) {
  return runRecorded<NightSummary>(context, 'nightly', async (handle) => {
    const collected = await settled(() => collectToday(context, handle, []))
    const pruned = await settled(() => pruneNow(context, handle))
    const names = await settled(() => nameNight(context, handle))
    const tags = context.settings.ocs ? await tagNight(context, handle) : QUIET
    const parts = [collected, pruned, names, { failure: names.value?.failure }, tags.summary]
    const failure = parts.find((part) => part.failure)?.failure ?? null
    const states = [
      tags.state,
      ...(collected.value ? statesOfCollected(collected.value) : []),
      ...(names.value?.plan ? [stateOfNames(names.value.plan)] : []),
    ]
    const summary = {
      ...{ ...tags.summary, failure },
      ...{ collected: collected.value, pruned: pruned.value, names: names.value },
    }
    return { state: failure ? 'failed' : worstOf(states), summary }
  })
}

type NightState = 'agreed' | 'differences' | 'held' | 'failed'
/** How the sources came, and whether they agree with each other. */
function statesOfCollected({ sources, checks }: CollectSummary): NightState[] {
  const isAgreed = checks === null || Object.keys(checks.findings).length === 0
  return [stateOfSources(sources), isAgreed ? 'agreed' : 'differences']
}

const WORST_FIRST: readonly NightState[] = ['failed', 'held', 'differences', 'agreed']

function worstOf(states: readonly NightState[]): NightState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'agreed'
}

/**
 * The main job: reads the books, looks back at what was applied last, plans, applies where the
 * configuration says so and no guard holds, verifies, and writes the reports.
 */
async function tagNight(
  context: JobContext,
  handle: RunHandle,
): Promise<{ readonly state: NightState; readonly summary: TagNight }> {
  const books = await readBooks(context, handle)
  const inputs = summariesOf(books)
  const state = stateOfInputs(inputs)
  if (state === 'held' || state === 'failed') return { state, summary: { ...NOTHING, inputs } }
  const before = await lookBackAtLast(context, handle, books.target)
  const plan = await planFrom(context, handle, books)
  const applied = await settled(() => applyUnlessHeld(context, handle, plan))
  const verified = await settled(async () => applied.value && lookBack(context, handle, plan.plan))
  const { folder, splitBy } = context.settings.reports
  const order = { planId: plan.plan, folder, splitBy }
  const reports = await settled(() => writeReports(context, handle, order))
  const failure = applied.failure ?? verified.failure ?? reports.failure
  return {
    state: failure ? 'failed' : stateOfPlan(plan),
    summary: {
      ...{ inputs, lookBack: before, plan, failure },
      ...{ applied: applied.value, verified: verified.value, reports: reports.value },
    },
  }
}

const NOTHING = {
  ...{ lookBack: null, plan: null, applied: null, verified: null, reports: null },
  failure: null,
}
/** Where there is no OCS. */
const QUIET: { readonly state: NightState; readonly summary: TagNight } = {
  state: 'agreed',
  summary: { ...NOTHING, inputs: [] },
}

/** How the plan applied last stands: agents may have put TAGs back since. */
async function lookBackAtLast(
  context: JobContext,
  handle: RunHandle,
  target: string,
): Promise<VerifySummary | null> {
  const last = await planStore(context.database).findLastApplied(target)
  return last && lookBack(context, handle, last.id)
}

async function applyUnlessHeld(
  context: JobContext,
  handle: RunHandle,
  plan: PlanSummary,
): Promise<ApplySummary | null> {
  const isDue = context.settings.nightly.apply && plan.state === 'waiting' && plan.changes > 0
  if (!isDue) return null
  return write(context, handle, { doing: applyPlan, planId: plan.plan })
}
