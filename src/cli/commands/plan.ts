import { planTags } from '../../jobs/plan-tags.task.ts'
import { planStore } from '../../reconcile/store.ts'
import { appCommand } from '../command.ts'
import { inputLines } from '../lines/input-lines.ts'
import { planLines, SHOWN_CHANGES } from '../lines/plan-lines.ts'

export const plan = appCommand({
  name: 'plan',
  does: {
    en: 'decide every OCS row and keep a plan; writes nothing to OCS',
    es: 'decidir cada fila de OCS y guardar un plan; no escribe nada en OCS',
  },
  async work(app) {
    const { run, state, summary } = await planTags(app)
    const document = { run, state, ...summary }
    if (!summary.plan) {
      return { ending: state, document, lines: inputLines(summary.inputs, app.language) }
    }
    const first = await planStore(app.database).changes(summary.plan.plan, SHOWN_CHANGES)
    return { ending: state, document, lines: planLines(summary.plan, first, app.language) }
  },
})
