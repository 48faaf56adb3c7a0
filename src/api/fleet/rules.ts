import type { FastifyInstance } from 'fastify'
import { lintRules, testRules, whatIf } from '../../contract/rules.ts'
import { placeStore } from '../../inventory/place/store.ts'
import { machineSources } from '../../jobs/fleet/machine-sources.ts'
import { say } from '../../language/language.ts'
import { remarkWords } from '../../language/lint-words.ts'
import { lintPolicy } from '../../reconcile/checks/lint-policy.ts'
import type { Api } from '../api.ts'
import { handle } from '../handle.ts'
import { inTurn } from '../in-turn.ts'
import { rehearsedRules } from './rehearsed-rules.ts'
import { testedRules } from './tested-rules.ts'

/** What other rules would make of a day, whether the rules pass golden cases, and what of them does nothing. */
export function ruleRoutes(http: FastifyInstance, { app }: Api): void {
  const turn = inTurn() // each holds a whole day in memory, or many cases

  handle(http, whatIf, ({ body, language }) => turn(() => rehearsedRules(app, body, language)))

  handle(http, testRules, ({ body, language }) =>
    turn(() => testedRules(app, body.cases, language)),
  )

  handle(http, lintRules, async ({ language }) => {
    const { checks, fleet } = app.settings
    const configured = machineSources(app.settings)
    const settings = { ...checks, billing: fleet.policy.billing, configured }
    const { remarks, unjudged } = lintPolicy(settings, await placeStore(app.database).known())
    return {
      items: remarks.map((remark) => ({ ...remark, says: say(remarkWords(remark), language) })),
      total: remarks.length,
      unjudged: [...unjudged],
    }
  })
}
