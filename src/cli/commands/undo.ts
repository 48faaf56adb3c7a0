import { undoChanges } from '../../jobs/write-plan.task.ts'
import { appCommand } from '../command.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'
import { writingAnswer } from '../writing-answer.ts'

export const undo = appCommand({
  name: 'undo',
  does: {
    en: 'take back what a plan wrote, except rows changed since',
    es: 'revertir lo que escribió un plan, salvo filas cambiadas después',
  },
  argument: PLAN_ARGUMENT,
  work: async (app, { argument }) =>
    writingAnswer(app, await undoChanges(app, await namedPlan(app, argument))),
})
