import { applyTags } from '../../jobs/write-tags.task.ts'
import { appCommand } from '../command.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'
import { writingAnswer } from '../writing-answer.ts'

export const apply = appCommand({
  name: 'apply',
  does: {
    en: 'write a plan to OCS; run again, it goes on where it stopped',
    es: 'escribir un plan en OCS; si se repite, sigue donde quedó',
  },
  argument: PLAN_ARGUMENT,
  work: async (app, { argument }) =>
    writingAnswer(app, await applyTags(app, await namedPlan(app, argument))),
})
