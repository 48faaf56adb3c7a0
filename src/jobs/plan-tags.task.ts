import { dayIn } from '../lib/day.ts'
import { findingStore } from '../reconcile/findings/store.ts'
import { makePlan, type PlanSummary } from '../reconcile/make-plan.task.ts'
import { planStore } from '../reconcile/store.ts'
import type { JobContext } from './context.ts'
import {
  type Books,
  type InputSummary,
  readBooks,
  readComputers,
  stateOfInputs,
  summariesOf,
} from './read-books.task.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'

export interface CheckSummary {
  readonly inputs: readonly InputSummary[]
}

export interface PlanningSummary extends CheckSummary {
  /** Null when the inputs were held or could not be read. */
  readonly plan: PlanSummary | null
}

/** Reads the three books and says what is wrong with them, cell by cell. */
export function checkInputs(context: JobContext) {
  return runRecorded<CheckSummary>(context, 'check', async (handle) => {
    const inputs = summariesOf(await readBooks(context, handle))
    return { state: stateOfInputs(inputs), summary: { inputs } }
  })
}

/** Reads the three books and keeps a plan of what would change; is handed no writer. */
export function planTags(context: JobContext) {
  return runRecorded<PlanningSummary>(context, 'plan', async (handle) => {
    const books = await readBooks(context, handle)
    const inputs = summariesOf(books)
    const state = stateOfInputs(inputs)
    if (state === 'held' || state === 'failed') return { state, summary: { inputs, plan: null } }

    const plan = await planFrom(context, handle, books)
    return { state: stateOfPlan(plan), summary: { inputs, plan } }
  })
}

/** Decides every OCS row of the books and keeps the plan. */
export function planFrom(
  context: JobContext,
  { id, progress }: RunHandle,
  books: Books,
): Promise<PlanSummary> {
  const { settings, database, now, who } = context
  return makePlan(
    {
      runId: id,
      actor: who.actor,
      plans: planStore(database),
      findings: findingStore(database),
      checks: settings.checks,
      day: dayIn(settings.timeZone, now()),
      progress,
      policy: settings.policy,
      shareLimit: settings.guards.share,
      readComputers: () => readComputers(context),
    },
    books,
  )
}

export function stateOfPlan(plan: PlanSummary) {
  if (plan.state === 'held') return 'held'
  const isQuiet = plan.changes === 0 && Object.keys(plan.findings).length === 0
  return isQuiet ? 'agreed' : 'differences'
}
