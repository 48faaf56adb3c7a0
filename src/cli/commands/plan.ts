import type { App } from '../../app.ts'
import { planNames } from '../../jobs/plan-names.task.ts'
import { planTags } from '../../jobs/plan-tags.task.ts'
import { type Phrase, say } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import type { Answer } from '../answer.ts'
import { appCommand } from '../command.ts'
import { secondPersonLines } from '../lines/approval-lines.ts'
import { inputLines } from '../lines/input-lines.ts'
import { namePlanLines } from '../lines/name-plan-lines.ts'
import { nextLines, planLines, SHOWN_CHANGES } from '../lines/plan-lines.ts'

/** Why there is no plan, by how the inputs stand. */
const NO_PLAN: Readonly<Record<'failed' | 'held', Phrase>> = {
  failed: {
    en: 'No plan was made: an input could not be read.',
    es: 'No se hizo ningún plan: una entrada no se pudo leer.',
  },
  held: {
    en: 'No plan was made: an input is held.',
    es: 'No se hizo ningún plan: una entrada está retenida.',
  },
}

export const plan = appCommand({
  name: 'plan',
  does: {
    en: 'decide every OCS row and keep a plan; writes nothing to OCS',
    es: 'decidir cada fila de OCS y guardar un plan; no escribe nada en OCS',
  },
  options: [
    {
      flags: '--names',
      means: {
        en: 'instead, plan which names in ThreatLocker shall follow those of the RMM; writes nothing there',
        es: 'en vez de eso, planificar qué nombres de ThreatLocker seguirán a los del RMM; no escribe nada allí',
      },
    },
  ],
  work: (app, { has }) => (has('names') ? planOfNames(app) : planOfTags(app)),
})

async function planOfTags(app: App): Promise<Answer> {
  const { run, state, summary } = await planTags(app)
  const document = { run, state, ...summary }
  if (!summary.plan) {
    const none = say(NO_PLAN[state === 'failed' ? 'failed' : 'held'], app.language)
    return { ending: state, document, lines: [...inputLines(summary.inputs, app.language), none] }
  }
  const first = await planStore(app.database).changes(summary.plan.plan, SHOWN_CHANGES)
  const lines = [
    ...planLines(summary.plan, first, app.language),
    ...nextLines(summary.plan, app.language),
    ...secondPersonLines(summary.plan, app),
  ]
  return { ending: state, document, lines }
}

async function planOfNames(app: App): Promise<Answer> {
  const { run, state, summary } = await planNames(app)
  const { plan: made } = summary
  const first = made ? await planStore(app.database).changes(made.plan, SHOWN_CHANGES) : []
  return {
    ending: state,
    document: { run, state, ...summary },
    lines: [...namePlanLines(summary, first, app.language), ...secondPersonLines(made, app)],
  }
}
