import { applyChanges } from '../../jobs/write-plan.task.ts'
import { appCommand } from '../command.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'
import { writingAnswer } from '../writing-answer.ts'

export const apply = appCommand({
  name: 'apply',
  does: {
    en: 'write a plan to the system it is for; run again, it goes on where it stopped',
    es: 'escribir un plan en el sistema al que va; si se repite, sigue donde quedó',
  },
  argument: PLAN_ARGUMENT,
  work: async (app, { argument }) =>
    writingAnswer(app, await applyChanges(app, await namedPlan(app, argument))),
})
