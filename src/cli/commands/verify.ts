import { verifyTags } from '../../jobs/write-tags.task.ts'
import { appCommand } from '../command.ts'
import { verifyLines } from '../lines/writing-lines.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'

export const verify = appCommand({
  name: 'verify',
  does: {
    en: 'read OCS again and say which written TAGs no longer stand',
    es: 'leer OCS otra vez y decir qué TAG escritos ya no se mantienen',
  },
  argument: PLAN_ARGUMENT,
  async work(app, { argument }) {
    const { run, state, summary } = await verifyTags(app, await namedPlan(app, argument))
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: verifyLines(summary, app.language),
    }
  },
})
