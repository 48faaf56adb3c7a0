import type { App } from '../app.ts'
import { inputsOfRun, runById } from '../jobs/queries.ts'
import { AppError } from '../lib/errors.ts'
import type { ListedChange } from '../reconcile/queries.ts'
import { planStore } from '../reconcile/store.ts'
import type { Answer } from './answer.ts'

/** Shows a plan change by change (`P12`), or a run with its inputs (`R7`). */
export async function show(app: App, named: string): Promise<Answer> {
  const match = /^([pr])(\d{1,15})$/iu.exec(named)
  if (!match) {
    throw new AppError('command.bad-argument', {
      argument: 'WHAT',
      value: named,
      wanted: 'P12, R7',
    })
  }
  const id = Number(match[2])
  return match[1]?.toLowerCase() === 'p' ? showPlan(app, id) : showRun(app, id)
}

async function showPlan(app: App, id: number): Promise<Answer> {
  const store = planStore(app.database)
  const plan = await store.get(id)
  const changes = await store.changes(id)
  const heading = `P${id}  ${plan.kind}  ${plan.state}  ${plan.target}`
  return {
    ending: 'agreed',
    document: { ...plan, changes },
    lines: [heading, ...changes.map(changeLine)],
  }
}

function changeLine(change: ListedChange): string {
  const { recordId, hostname, from, to, financeCell, classifierCell, outcome, found } = change
  const why = [financeCell, classifierCell].filter((cell) => cell !== null).join(', ')
  const moved = found === null ? '' : ` (${found})`
  return `  ${recordId}  ${hostname ?? '-'}  ${from ?? '-'} -> ${to ?? '-'}  [${why}]  ${outcome}${moved}`
}

async function showRun(app: App, id: number): Promise<Answer> {
  const { db } = app.database
  const [run] = (await runById(id).execute(db)).rows
  if (!run) throw new AppError('run.not-found', { id })
  const inputs = (await inputsOfRun(id).execute(db)).rows
  const ended = run.endedAt?.toISOString() ?? '-'
  return {
    ending: 'agreed',
    document: { ...run, inputs },
    lines: [
      `R${id}  ${run.task}  ${run.state}  ${run.actor}@${run.host}  ${run.startedAt.toISOString()} - ${ended}`,
      ...run.steps.map(({ name, ms }) => `  ${name}: ${ms} ms`),
      ...inputs.map(
        (input) =>
          `  C${input.id}  ${input.source}  ${input.state}  ${input.records}/${input.rejected}  ${input.origin ?? '-'}  ${input.inputHash ?? '-'}`,
      ),
    ],
  }
}
