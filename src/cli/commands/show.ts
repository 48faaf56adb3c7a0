import type { App } from '../../app.ts'
import { inputsOfRun, type Run, type RunInput, runById } from '../../jobs/queries.ts'
import { type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import { sourceWords } from '../../language/report-words.ts'
import { stateWord } from '../../language/state-words.ts'
import { STEP_WORDS } from '../../language/step-words.ts'
import { AppError } from '../../lib/errors.ts'
import type { StepName } from '../../lib/progress.ts'
import { planStore } from '../../reconcile/store.ts'
import type { Answer } from '../answer.ts'
import { appCommand } from '../command.ts'
import { changeLines } from '../lines/change-lines.ts'
import { tableLines } from '../lines/table.ts'
import { listAnswer } from '../list-answer.ts'

export const show = appCommand({
  name: 'show',
  does: {
    en: 'show a plan change by change (P12), one of its lists, or a run with its inputs (R7)',
    es: 'mostrar un plan cambio por cambio (P12), una de sus listas, o una ejecución con sus entradas (R7)',
  },
  argument: { syntax: '<what>', means: { en: 'P12 or R7', es: 'P12 o R7' } },
  options: [
    {
      flags: '--list <name>',
      means: {
        en: 'a list of the plan, by the name "muster plan" gives it',
        es: 'una lista del plan, con el nombre que le da «muster plan»',
      },
    },
  ],
  async work(app, { argument, option }) {
    const match = /^([pr])(\d{1,15})$/iu.exec(argument ?? '')
    if (!match) {
      const value = argument ?? ''
      throw new AppError('command.bad-argument', { argument: 'WHAT', value, wanted: 'P12, R7' })
    }
    const id = Number(match[2])
    const list = option('list')
    if (match[1]?.toLowerCase() === 'r') return showRun(app, id)
    return list === null ? showPlan(app, id) : listAnswer(app, id, list)
  },
})

async function showPlan(app: App, id: number): Promise<Answer> {
  const store = planStore(app.database)
  const plan = await store.get(id)
  const changes = await store.changes(id)
  const words = (phrase: Phrase) => say(phrase, app.language)
  const facts = [
    [words(SUMMARY_WORDS.kind), words(SUMMARY_WORDS[`kind-${plan.kind}`])],
    [words(SUMMARY_WORDS.target), plan.target],
    [words(SUMMARY_WORDS.made), app.clock(plan.madeAt)],
    [words(SUMMARY_WORDS.state), words(stateWord(plan.state))],
    [words(SUMMARY_WORDS.changes), words(countWords(plan.changes))],
  ]
  return {
    ending: 'agreed',
    document: { ...plan, changes },
    lines: [`P${id}`, ...tableLines(facts), '', ...changeLines(changes)],
  }
}

async function showRun(app: App, id: number): Promise<Answer> {
  const { db } = app.database
  const [run] = (await runById(id).execute(db)).rows
  if (!run) throw new AppError('run.not-found', { id })
  const inputs = (await inputsOfRun(id).execute(db)).rows
  return { ending: 'agreed', document: { ...run, inputs }, lines: runLines(app, run, inputs) }
}

function runLines(app: App, run: Run, inputs: readonly RunInput[]): string[] {
  const words = (phrase: Phrase) => say(phrase, app.language)
  const ended = run.endedAt === null ? '-' : app.clock(run.endedAt)
  const steps = run.steps.map(({ name, ms }) => [
    name in STEP_WORDS ? words(STEP_WORDS[name as StepName]) : name, // `in` has just proven the key
    `${words(countWords(ms))} ms`,
  ])
  const read = inputs.map((input) => [
    `C${input.id}`,
    words(sourceWords(input.source)),
    words(stateWord(input.state)),
    words(takenWords(input)),
    input.origin ?? '-',
    input.inputHash === null ? '-' : `SHA-256 ${input.inputHash}`,
  ])
  return [
    `R${run.id}  ${run.task}  ${words(stateWord(run.state))}  ${run.actor}@${run.host}`,
    `  ${app.clock(run.startedAt)} - ${ended}`,
    ...tableLines(steps, ['left', 'right']),
    ...tableLines(read),
  ]
}

function takenWords({ records, rejected }: RunInput): Phrase {
  const [taken, refused] = [countWords(records), countWords(rejected)]
  return {
    en: `${taken.en} read, ${refused.en} refused`,
    es: `${taken.es} leídos, ${refused.es} rechazados`,
  }
}
