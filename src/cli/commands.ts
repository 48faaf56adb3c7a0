import type { App } from '../app.ts'
import { collectionStore } from '../collect/store.ts'
import { applyTags, checkInputs, planTags, undoTags, verifyTags } from '../jobs/main-job.task.ts'
import { recentRuns } from '../jobs/queries.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { planStore } from '../reconcile/store.ts'
import type { Answer } from './answer.ts'
import { inputLines } from './input-lines.ts'
import { planLines } from './plan-lines.ts'
import { parseHeld, parsePlan } from './plan-number.ts'

/** Reads the inputs and says what is wrong with them. */
export async function check(app: App, language: Language): Promise<Answer> {
  const { run, state, summary } = await checkInputs(app)
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: inputLines(summary.inputs, language),
  }
}

/** Makes a plan; writes nothing to OCS. */
export async function plan(app: App, language: Language): Promise<Answer> {
  const { run, state, summary } = await planTags(app)
  const lines = summary.plan
    ? planLines(summary.plan, language)
    : inputLines(summary.inputs, language)
  return { ending: state, document: { run, state, ...summary }, lines }
}

/** Applies a plan. */
export async function apply(app: App, named: string): Promise<Answer> {
  return counted(await applyTags(app, await planId(app, named)))
}

/** Takes back what a plan applied. */
export async function undo(app: App, named: string): Promise<Answer> {
  return counted(await undoTags(app, await planId(app, named)))
}

/** Says how the applied changes of a plan stand now. */
export async function verify(app: App, named: string): Promise<Answer> {
  const { run, state, summary } = await verifyTags(app, await planId(app, named))
  const departures = summary.departures.map(({ recordId, to, standing }) =>
    [`  HARDWARE_ID ${recordId}: ${standing.kind}`, `${to} -> ${foundOf(standing)}`].join(' '),
  )
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: [`P${summary.plan}: ${counts(summary.standings)}`, ...departures],
  }
}

/** Accepts a held plan or collection by name. */
export async function accept(
  app: App,
  named: string,
  { by, reason }: { by: string; reason: string | null },
): Promise<Answer> {
  const { kind, id } = parseHeld(named)
  const store = kind === 'plan' ? planStore(app.database) : collectionStore(app.database)
  await store.accept(id, by, reason)
  return { ending: 'agreed', document: { kind, id, by, reason }, lines: [`${named}: ${by}`] }
}

/** The plans there are, newest first. */
export async function plans(app: App): Promise<Answer> {
  const items = await planStore(app.database).recent(50)
  const lines = items.map(
    ({ id, kind, state, changes, madeAt }) =>
      `P${id}  ${madeAt.toISOString()}  ${kind}  ${state}  ${changes}`,
  )
  return { ending: 'agreed', document: { items }, lines }
}

/** What was run, newest first. */
export async function runs(app: App): Promise<Answer> {
  const { rows: items } = await recentRuns(50).execute(app.database.db)
  const lines = items.map(
    ({ id, startedAt, task, state, actor, host }) =>
      `R${id}  ${startedAt.toISOString()}  ${task}  ${state}  ${actor}@${host}`,
  )
  return { ending: 'agreed', document: { items }, lines }
}

async function planId(app: App, named: string): Promise<number> {
  const id = parsePlan(named) ?? (await planStore(app.database).findLatest())?.id
  if (id === undefined) throw new AppError('plan.not-found', { plan: named })
  return id
}

function counted(result: Awaited<ReturnType<typeof applyTags>>): Answer {
  const { run, state, summary } = result
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: [`P${summary.plan}: ${counts(summary.outcomes)}`],
  }
}

function counts(byKind: Readonly<Record<string, number>>): string {
  return Object.entries(byKind)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', ')
}

function foundOf(standing: { kind: string; found?: string | null; recordId?: number }): string {
  const where = standing.recordId === undefined ? '' : ` (HARDWARE_ID ${standing.recordId})`
  return `${standing.found ?? '-'}${where}`
}
