import { alertNow } from '../alert.task.ts'
import { analyzeInventory } from '../analytics/analyze.task.ts'
import { studyFigures } from '../analytics/study.task.ts'
import type { JobContext } from '../context.ts'
import { lookIntoInbox, takeInbox } from '../events/inbox.task.ts'
import { recomputeWithin } from '../events/recompute.task.ts'
import { reconcileFleet } from '../fleet/check-fleet.task.ts'
import { collectFleet, collectMissing } from '../fleet/collect-fleet.task.ts'
import { pruneFleet } from '../fleet/prune-fleet.task.ts'
import { rotateKeys } from '../fleet/rotate-keys.task.ts'
import { keepHouse } from '../housekeeping.task.ts'
import { nightly } from '../nightly.task.ts'
import { planNames } from '../plan-names.task.ts'
import { checkInputs, planTags } from '../plan-tags.task.ts'
import type { TaskResult } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { applyChanges, undoChanges, verifyChanges } from '../write-plan.task.ts'
import { reportOn } from '../write-report.task.ts'
import type { Job } from './job.ts'

/** How a job ended, and in which run. */
export type JobEnd = TaskResult<unknown> & {
  readonly run: number
  /** True where there was nothing to do, so that nothing need follow. */
  readonly didNothing?: boolean
}

/** Runs a job by its task; what comes of it is kept in its run. */
export function runJob(context: JobContext, job: Job): Promise<JobEnd> {
  return runBy(job.task, context, job)
}

type Task = Job['task']

/** What a task is told of its job. */
type JobsByTask = { [T in Task]: Extract<Job, { task: T }> }

type Work<T extends Task> = (context: JobContext, job: JobsByTask[T]) => Promise<JobEnd>

const WORK: { readonly [T in Task]: Work<T> } = {
  nightly: (context) => nightly(context),
  collect: async (context, { sources, missing }) => {
    if (!missing) return collectFleet(context, sources)
    const done = await collectMissing(context)
    return { ...done, didNothing: done.summary.sources.length === 0 }
  },
  reconcile: (context) => reconcileFleet(context),
  prune: (context) => pruneFleet(context),
  check: (context) => checkInputs(context),
  plan: (context, { corrects }) => (corrects === 'tags' ? planTags(context) : planNames(context)),
  apply: (context, { plan }) => applyChanges(context, plan),
  verify: (context, { plan }) => verifyChanges(context, plan),
  undo: (context, { plan }) => undoChanges(context, plan),
  report: (context, { plan: planId }) => {
    const { folder, splitBy } = context.settings.reports
    return reportOn(context, { planId, folder, splitBy })
  },
  analyze: (context) => analyzeInventory(context),
  study: (context, { source, metric, anew, regressors = null }) =>
    studyFigures(context, { source, metric, anew, regressors }),
  recompute: (context, { source, from, to }) =>
    runRecorded(context, 'recompute', (run) => recomputeWithin(context, run, { source, from, to })),
  housekeeping: (context) => keepHouse(context),
  'rotate-keys': (context) => rotateKeys(context),
  alert: (context) => alertNow(context),
  ingest: async (context) => {
    const waiting = await lookIntoInbox(context)
    return { ...(await takeInbox(context, waiting)), didNothing: waiting.length === 0 }
  },
}

function runBy<T extends Task>(task: T, context: JobContext, job: JobsByTask[T]): Promise<JobEnd> {
  return WORK[task](context, job)
}
