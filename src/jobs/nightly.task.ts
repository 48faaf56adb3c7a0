import { attachFailure } from '../lib/attach-failure.ts'
import { type AppError, isAppError } from '../lib/errors.ts'
import type { ApplySummary } from '../reconcile/apply-plan.task.ts'
import type { PlanSummary } from '../reconcile/make-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { VerifySummary } from '../reconcile/verify-plan.task.ts'
import { type Alerted, alertNow, isAlerting } from './alert.task.ts'
import { type AnalyzedSummary, analyzeBooks } from './analytics/analyze.task.ts'
import { studyWithin } from './analytics/study.task.ts'
import { type StudySummary, stateOfStudy } from './analytics/study-summary.ts'
import type { JobContext } from './context.ts'
import { type InboxSummary, lookIntoInbox, takeInbox } from './events/inbox.task.ts'
import { type CollectSummary, collectToday, stateOfSources } from './fleet/collect-fleet.task.ts'
import { type PrunedSummary, pruneNow } from './fleet/prune-fleet.task.ts'
import { type NameNight, nameNight, stateOfNames } from './plan-names.task.ts'
import { planFrom, stateOfPlan } from './plan-tags.task.ts'
import { type InputSummary, readBooks, stateOfInputs, summariesOf } from './read-books.task.ts'
import { aloneIn, type RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'
import { type Settled, settled } from './settled.ts'
import { lookBack, writeApproved } from './write-plan.task.ts'
import { type ReportSummary, writeReports } from './write-report.task.ts'

/** What a night did, in its order; null for what it did not come to. */
export interface NightSummary extends TagNight {
  /** What every source said of the day, taken into the history. */
  readonly collected: CollectSummary | null
  /** What was not to be kept any longer. */
  readonly pruned: PrunedSummary | null
  /** Null where names are not to be corrected. */
  readonly names: NameNight | null
  /** Files of events that lay in the inbox; null where there is no inbox. */
  readonly inbox: InboxSummary | null
  /** What is odd about the daily figures, those of tonight included, and what is expected of them. */
  readonly study: StudySummary | null
}

/** The main job's part of a night. */
interface TagNight {
  readonly inputs: readonly InputSummary[]
  /** How the last applied plan stood at the start of the night. */
  readonly lookBack: VerifySummary | null
  readonly plan: PlanSummary | null
  /** What the inventory was worth as it was read, before anything was written. */
  readonly quality: AnalyzedSummary | null
  /** Null where a guard held the plan, a second person must approve it, or the configuration leaves applying to people. */
  readonly applied: ApplySummary | null
  readonly verified: VerifySummary | null
  readonly reports: ReportSummary | null
  /** The named failure that kept the night from its end; what was done before it stands. */
  readonly failure: AppError | null
}

/**
 * A night without a person: collects every source into the history, checks the machines, prunes,
 * corrects names where that is wanted, does the main job where OCS is configured, and studies the figures. However
 * it ended, people are then told of what is wrong, where that is configured.
 */
export async function nightly(context: JobContext) {
  const night = await nightAlone(context).catch(async (error: unknown) => {
    if (!isAppError(error, 'run.cancelled')) {
      await alertAfter(context).catch((second: unknown) => attachFailure(error, second))
    }
    throw error
  })
  return { ...night, alerted: await alertAfter(context) }
}

/** A run of its own, once that of the night is kept: a night that failed is among what people are told. */
async function alertAfter({
  asked: _night,
  ...context
}: JobContext): Promise<Settled<Alerted> | null> {
  if (!isAlerting(context)) return null
  return settled(() => alertNow(context))
}

function nightAlone(context: JobContext) {
  return runRecorded<NightSummary>(context, 'nightly', async (handle) => {
    const collected = await settled(() => collectToday(context, handle, []))
    const pruned = await settled(() => pruneNow(context, handle))
    const names = await settled(() => nameNight(context, handle))
    const inbox = await settled(() => inboxNight(context))
    const tags = context.settings.ocs ? await tagNight(context, handle) : QUIET
    const study = await settled(() => studyAlone(context, handle))
    const named = { failure: names.value?.failure }
    const parts = [collected, pruned, names, inbox, named, tags.summary, study]
    const failure = parts.find((part) => part.failure)?.failure ?? null
    const states = [
      tags.state,
      ...(collected.value ? statesOfCollected(collected.value) : []),
      ...(names.value?.plan ? [stateOfNames(names.value.plan)] : []),
      ...(inbox.value ? [inbox.value.state] : []),
      ...(study.value ? [stateOfStudy(study.value)] : []),
    ]
    const summary = {
      ...{ ...tags.summary, failure },
      ...{ collected: collected.value, pruned: pruned.value, names: names.value },
      ...{ inbox: inbox.value?.summary ?? null, study: study.value },
    }
    return { state: failure ? 'failed' : worstOf(states), summary }
  })
}

/** Figures are studied once at a time, whoever asked for it. */
function studyAlone(context: JobContext, handle: RunHandle): Promise<StudySummary> {
  const { database, signal, settings } = context
  const silentMs = settings.leaseSeconds * 1000
  const place = { database, signal, silentMs, lane: 'figures', waits: true } as const
  return aloneIn(place, handle, (alone) => studyWithin(context, alone, EVERY_SERIES))
}

/** A model serves a week, so that each is chosen anew in one night of seven. */
const EVERY_SERIES = { source: null, metric: null, anew: false }

type NightState = 'agreed' | 'differences' | 'held' | 'failed'
/** How the sources came, and whether they agree with each other. */
function statesOfCollected({ sources, checks }: CollectSummary): NightState[] {
  const isAgreed = checks === null || Object.keys(checks.findings).length === 0
  return [stateOfSources(sources), isAgreed ? 'agreed' : 'differences']
}

/** Files of events are taken in by a run of their own, so that they go in whatever else is at work. */
async function inboxNight(context: JobContext) {
  if (context.settings.events.inbox === null) return null
  const { asked: _night, ...own } = context
  const waiting = await lookIntoInbox(own)
  return waiting.length === 0 ? null : takeInbox(own, waiting)
}

const WORST_FIRST: readonly NightState[] = ['failed', 'held', 'differences', 'agreed']

function worstOf(states: readonly NightState[]): NightState {
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'agreed'
}

/**
 * The main job: reads the books, looks back at what was applied last, plans, measures the inventory as it
 * was read, applies where the configuration says so and no guard holds, verifies, and writes the reports.
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
  const quality = await settled(() => analyzeBooks(context, handle, books))
  const applied = await settled(() => applyUnlessHeld(context, handle, plan))
  const verified = await settled(async () => applied.value && lookBack(context, handle, plan.plan))
  const { folder, splitBy } = context.settings.reports
  const order = { planId: plan.plan, folder, splitBy }
  const reports = await settled(() => writeReports(context, handle, order))
  const parts = [applied, verified, quality, reports]
  const failure = parts.find((part) => part.failure)?.failure ?? null
  return {
    state: failure ? 'failed' : stateOfPlan(plan),
    summary: {
      ...{ inputs, lookBack: before, plan, quality: quality.value, failure },
      ...{ applied: applied.value, verified: verified.value, reports: reports.value },
    },
  }
}

const NOTHING = {
  ...{ lookBack: null, plan: null, quality: null, applied: null, verified: null, reports: null },
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
  const { nightly: configured, isSecondPersonNeeded } = context.settings
  const isLeftToNight = configured.apply && !isSecondPersonNeeded // nobody has seen a plan made tonight
  const isDue = isLeftToNight && plan.state === 'waiting' && plan.changes > 0
  return isDue ? writeApproved(context, handle, plan.plan) : null
}
