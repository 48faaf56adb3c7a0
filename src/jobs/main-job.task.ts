import {
  type CollectContext,
  type Collected,
  collectSource,
} from '../collect/collect-source.task.ts'
import type { Hold } from '../collect/completeness.ts'
import { collectionStore } from '../collect/store.ts'
import type { Database } from '../db/database.ts'
import { dayIn } from '../lib/day.ts'
import type { AppError } from '../lib/errors.ts'
import type { Progress } from '../lib/progress.ts'
import { type ApplySummary, applyPlan } from '../reconcile/apply-plan.task.ts'
import { makePlan, type PlanSummary } from '../reconcile/make-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { TagPolicy } from '../reconcile/tag-policy.ts'
import { undoPlan } from '../reconcile/undo-plan.task.ts'
import { type VerifySummary, verifyPlan } from '../reconcile/verify-plan.task.ts'
import { connectFinanceRegister } from '../sources/finance-register/client.ts'
import { financeRegister } from '../sources/finance-register/finance-register.ts'
import type { FinanceRegisterSettings } from '../sources/finance-register/schema.ts'
import { connectLocations } from '../sources/locations/client.ts'
import { locations } from '../sources/locations/locations.ts'
import type { LocationsSettings } from '../sources/locations/schema.ts'
import { connectOcs, openOcsWriter } from '../sources/ocs/client.ts'
import type { AccessScope, OcsComputer } from '../sources/ocs/computer.ts'
import { ocs } from '../sources/ocs/ocs.ts'
import type { OcsSettings } from '../sources/ocs/schema.ts'
import type { Rejection, SourceNote } from '../sources/source.ts'
import type { NewRun, TaskName } from './queries.ts'
import { type RunHandle, recordRun, type TaskResult } from './record-run.ts'

/** What the main job works with; all of it handed in. */
export interface MainJobContext {
  readonly database: Database
  readonly progress: Progress
  readonly now: () => Date
  readonly who: Omit<NewRun, 'task'>
  readonly settings: MainJobSettings
}

export interface MainJobSettings {
  readonly timeZone: string
  readonly ocs: OcsSettings
  readonly finance: FinanceRegisterSettings
  readonly locations: LocationsSettings
  readonly policy: TagPolicy
  readonly guards: { readonly shrink: number; readonly share: number }
}

/** What was read of one source, and what is wrong with it. */
export interface InputSummary {
  readonly source: string
  readonly collection: number
  readonly origin: string | null
  readonly records: number
  readonly rejections: readonly Rejection[]
  readonly notes: readonly SourceNote[]
  readonly holds: readonly Hold[]
  readonly failure: AppError | null
}

export interface CheckSummary {
  readonly inputs: readonly InputSummary[]
  /** Null when the inputs were held or could not be read, or when only a check was asked for. */
  readonly plan: PlanSummary | null
}

/** Reads the three books and says what is wrong with them, cell by cell. */
export function checkInputs(context: MainJobContext) {
  return recorded<CheckSummary>(context, 'check', async (handle) => {
    const inputs = summaries(await collectAll(context, handle))
    return { state: inputState(inputs), summary: { inputs, plan: null } }
  })
}

/** Reads the three books and keeps a plan of what would change; is handed no writer. */
export function planTags(context: MainJobContext) {
  return recorded<CheckSummary>(context, 'plan', async (handle) => {
    const books = await collectAll(context, handle)
    const inputs = summaries(books)
    const state = inputState(inputs)
    if (state === 'held' || state === 'failed') return { state, summary: { inputs, plan: null } }

    const { settings, database } = context
    const plan = await makePlan(
      {
        runId: handle.id,
        actor: context.who.actor,
        plans: planStore(database),
        progress: handle.progress,
        policy: settings.policy,
        shareLimit: settings.guards.share,
      },
      { ...books, target: books.ocs.origin?.name ?? '' },
    )
    return { state: planState(plan), summary: { inputs, plan } }
  })
}

/** Applies a plan to OCS, or goes on where an interrupted apply stopped. */
export function applyTags(context: MainJobContext, planId: number) {
  return writing(context, 'apply', planId)
}

/** Takes back what a plan applied to OCS. */
export function undoTags(context: MainJobContext, planId: number) {
  return writing(context, 'undo', planId)
}

/** Reads OCS again and says how the applied changes of a plan stand. */
export function verifyTags(context: MainJobContext, planId: number) {
  return recorded<VerifySummary>(context, 'verify', async ({ id, progress }) => {
    const plans = planStore(context.database)
    const summary = await progress.step('verify', async () =>
      verifyPlan({ plans, runId: id }, planId, await readComputers(context)),
    )
    return { state: summary.departures.length > 0 ? 'differences' : 'agreed', summary }
  })
}

function recorded<Summary>(
  context: MainJobContext,
  task: TaskName,
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
) {
  const { database, progress, who } = context
  return recordRun({ database, progress, run: { ...who, task } }, work)
}

function writing(context: MainJobContext, task: 'apply' | 'undo', planId: number) {
  return recorded<ApplySummary>(context, task, async ({ id, progress }) => {
    const writer = await openOcsWriter(context.settings.ocs)
    const plans = planStore(context.database)
    try {
      const doing = task === 'apply' ? applyPlan : undoPlan
      const actor = context.who.actor
      const summary = await doing({ runId: id, actor, plans, writer, progress }, planId)
      const differs = Object.keys(summary.outcomes).some((kind) => kind !== 'applied')
      return { state: differs ? 'differences' : 'agreed', summary }
    } finally {
      await writer.close()
    }
  })
}

async function collectAll(context: MainJobContext, { id, progress }: RunHandle) {
  const { settings, database, now } = context
  const collecting: CollectContext = {
    runId: id,
    day: dayIn(settings.timeZone, now()),
    collections: collectionStore(database),
    progress,
    now,
    shrinkLimit: settings.guards.shrink,
  }
  let scopes: AccessScope[] = []
  const connectWithScopes = async () => {
    const connection = await connectOcs(settings.ocs)
    scopes = await connection.scopes()
    return connection
  }
  return {
    finance: await collectSource(collecting, {
      source: financeRegister,
      step: 'read-finance-register',
      connect: () => connectFinanceRegister(settings.finance),
    }),
    locations: await collectSource(collecting, {
      source: locations,
      step: 'read-locations',
      connect: () => connectLocations(settings.locations),
    }),
    ocs: await collectSource<OcsComputer>(collecting, {
      source: ocs,
      step: 'read-ocs',
      connect: connectWithScopes,
    }),
    get scopes() {
      return scopes
    },
  }
}

async function readComputers({ settings }: MainJobContext): Promise<OcsComputer[]> {
  const connection = await connectOcs(settings.ocs)
  const computers: OcsComputer[] = []
  try {
    for await (const batch of connection.rows()) {
      for (const { row } of batch) computers.push(ocs.record.parse(row))
    }
    return computers
  } finally {
    await connection.close()
  }
}

function summaries(books: Awaited<ReturnType<typeof collectAll>>): InputSummary[] {
  const inputs: readonly Collected<unknown>[] = [books.finance, books.locations, books.ocs]
  return inputs.map(({ id, source, origin, items, ...rest }) => ({
    source,
    collection: id,
    origin: origin?.name ?? null,
    records: items.length,
    rejections: rest.rejections,
    notes: rest.notes,
    holds: rest.holds,
    failure: rest.failure,
  }))
}

function inputState(inputs: readonly InputSummary[]) {
  if (inputs.some(({ failure }) => failure !== null)) return 'failed'
  if (inputs.some(({ holds }) => holds.length > 0)) return 'held'
  return inputs.some(({ rejections }) => rejections.length > 0) ? 'differences' : 'agreed'
}

function planState(plan: PlanSummary) {
  if (plan.state === 'held') return 'held'
  const isQuiet = plan.changes === 0 && Object.keys(plan.findings).length === 0
  return isQuiet ? 'agreed' : 'differences'
}
