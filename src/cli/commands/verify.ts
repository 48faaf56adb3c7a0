import { verifyChanges } from '../../jobs/write-plan.task.ts'
import { appCommand } from '../command.ts'
import { verifyLines } from '../lines/writing-lines.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'

export const verify = appCommand({
  name: 'verify',
  does: {
    en: 'read the system of a plan again and say which written values no longer stand',
    es: 'leer otra vez el sistema de un plan y decir qué valores escritos ya no se mantienen',
  },
  argument: PLAN_ARGUMENT,
  async work(app, { argument }) {
    const { run, state, summary } = await verifyChanges(app, await namedPlan(app, argument))
    return {
      ending: state,
      document: { run, state, ...summary },
      lines: verifyLines(summary, app.language),
    }
  },
})
