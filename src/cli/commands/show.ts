import { resolve } from 'node:path'
import type { App } from '../../app.ts'
import { collectionStore } from '../../collect/store.ts'
import { ingestStore } from '../../events/ingest/store.ts'
import { giveUploadBack } from '../../jobs/events/give-upload-back.task.ts'
import { runStore } from '../../jobs/store.ts'
import { type Phrase, say } from '../../language/language.ts'
import { countWords } from '../../language/list-words.ts'
import { planStateWords } from '../../language/plan-state-words.ts'
import { SUMMARY_WORDS } from '../../language/report-summary-words.ts'
import { planStore } from '../../reconcile/store.ts'
import type { Answer } from '../answer.ts'
import { appCommand } from '../command.ts'
import { approvalFacts } from '../lines/approval-lines.ts'
import { changeLines } from '../lines/change-lines.ts'
import { collectionLines } from '../lines/collection-lines.ts'
import { givenBackLine } from '../lines/ingest-lines.ts'
import { runLines } from '../lines/run-lines.ts'
import { tableLines } from '../lines/table.ts'
import { uploadLines } from '../lines/upload-lines.ts'
import { listAnswer } from '../list-answer.ts'
import { namedPlan } from '../named-plan.ts'
import { parseShown } from '../plan-number.ts'

export const show = appCommand({
  name: 'show',
  does: {
    en: 'show a plan change by change (P12), one of its lists, a run with its inputs (R7), what one source delivered (C41), or an upload of events (U3)',
    es: 'mostrar un plan cambio por cambio (P12), una de sus listas, una ejecución con sus entradas (R7), lo que entregó una fuente (C41), o una entrega de eventos (U3)',
  },
  argument: {
    syntax: '<what>',
    means: {
      en: 'P12, R7, C41, U3, or latest for the newest plan',
      es: 'P12, R7, C41, U3, o latest para el plan más nuevo',
    },
  },
  options: [
    {
      flags: '--list <name>',
      means: {
        en: 'a list of the plan, by the name "muster plan" gives it',
        es: 'una lista del plan, con el nombre que le da «muster plan»',
      },
    },
    {
      flags: '--rejected <folder>',
      means: {
        en: 'give the refused rows of an upload back in this folder, with their reasons',
        es: 'devolver en esta carpeta las filas rechazadas de una entrega, con sus motivos',
      },
    },
  ],
  async work(app, { argument, option }) {
    const shown = parseShown(argument ?? '')
    const list = option('list')
    if (shown !== 'latest' && shown.kind === 'run') return showRun(app, shown.id)
    if (shown !== 'latest' && shown.kind === 'collection') return showCollection(app, shown.id)
    if (shown !== 'latest' && shown.kind === 'upload') {
      return showUpload(app, shown.id, option('rejected'))
    }
    const id = shown === 'latest' ? await namedPlan(app, null) : shown.id
    return list === null ? showPlan(app, id) : listAnswer(app, id, list)
  },
})

async function showPlan(app: App, id: number): Promise<Answer> {
  const store = planStore(app.database)
  const plan = await store.get(id)
  const [changes, approvals] = [await store.changes(id), await store.approvals(id)]
  const words = (phrase: Phrase) => say(phrase, app.language)
  const facts = [
    [words(SUMMARY_WORDS.kind), words(SUMMARY_WORDS[`kind-${plan.kind}`])],
    [words(SUMMARY_WORDS.target), plan.target],
    [words(SUMMARY_WORDS.made), app.clock(plan.madeAt)],
    [words(SUMMARY_WORDS.state), words(planStateWords(plan))],
    [words(SUMMARY_WORDS[`changes-${plan.corrects}`]), words(countWords(plan.changes))],
    ...approvalFacts(approvals, app),
  ]
  return {
    ending: 'agreed',
    document: { ...plan, approvals, changes },
    lines: [`P${id}`, ...tableLines(facts), '', ...changeLines(changes)],
  }
}

async function showCollection(app: App, id: number): Promise<Answer> {
  const collection = await collectionStore(app.database).get(id)
  return { ending: 'agreed', document: collection, lines: collectionLines(collection, app) }
}

/** Rejections and conflicts that are shown at most; a file given back has all. */
const SHOWN = 20

async function showUpload(app: App, id: number, rejectedTo: string | null): Promise<Answer> {
  const store = ingestStore(app.database)
  const upload = await store.get(id)
  const rejections = await store.rejections(id, SHOWN)
  const conflictsShown = await store.conflicts(id, SHOWN)
  const givenBack =
    rejectedTo === null ? null : await giveUploadBack(app, upload, resolve(rejectedTo))
  const shown = { ...upload, rejections, conflictsShown }
  const given = givenBack === null ? [] : [givenBackLine(givenBack, app.language)]
  return {
    ending: 'agreed',
    document: { ...shown, givenBack },
    lines: [...uploadLines(shown, app), ...given],
  }
}

async function showRun(app: App, id: number): Promise<Answer> {
  const run = await runStore(app.database).get(id)
  const inputs = await collectionStore(app.database).ofRun(id)
  return { ending: 'agreed', document: { ...run, inputs }, lines: runLines(app, run, inputs) }
}
