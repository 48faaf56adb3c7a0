import { approvePlan } from '../../jobs/approve-plan.task.ts'
import { say } from '../../language/language.ts'
import { planStore } from '../../reconcile/store.ts'
import { appCommand } from '../command.ts'
import { namedPlan, PLAN_ARGUMENT } from '../named-plan.ts'

export const approve = appCommand({
  name: 'approve',
  does: {
    en: 'say in your own name that a plan may be written; lets a held one pass',
    es: 'decir en su propio nombre que un plan se puede escribir; deja pasar uno retenido',
  },
  argument: PLAN_ARGUMENT,
  options: [{ flags: '--reason <text>', means: { en: 'why', es: 'por qué' } }],
  async work(app, { argument, option }) {
    const planId = await namedPlan(app, argument)
    const reason = option('reason')?.trim() || null
    const { isNew, isHoldLifted } = await approvePlan(app, { planId, reason })
    const approvals = await planStore(app.database).approvals(planId)
    const { actor } = app.who
    const words = isNew
      ? { en: `P${planId} approved by ${actor}`, es: `P${planId} aprobado por ${actor}` }
      : {
          en: `P${planId} was approved by ${actor} before`,
          es: `${actor} ya había aprobado P${planId}`,
        }
    return {
      ending: 'agreed',
      document: { plan: planId, isNew, isHoldLifted, approvals },
      lines: [say(words, app.language), `muster apply P${planId}`],
    }
  },
})
