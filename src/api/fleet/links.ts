import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/links.ts'
import { decideLink, explainMachine, revokeLink } from '../../jobs/fleet/link-machines.task.ts'
import { openQuestions } from '../../jobs/fleet/open-questions.task.ts'
import type { Api } from '../api.ts'
import { handle } from '../handle.ts'
import { taskContext } from '../task-context.ts'
import { keptDay } from './asked-days.ts'
import { toldQuestion, toldStory } from './told-story.ts'

/** Which records are one machine and why, and what people say of that. */
export function linkRoutes(http: FastifyInstance, api: Api): void {
  handle(http, contract.explainLink, async (request) => {
    const { record, asOf } = request.query
    const day = await keptDay(api.app, asOf)
    return toldStory(await explainMachine(taskContext(api, request), record, day))
  })

  handle(http, contract.listLinkQuestions, async () => {
    const questions = await openQuestions(api.app)
    return { items: questions.map(toldQuestion), total: questions.length }
  })

  handle(http, contract.decideLink, async (request) => {
    const { one, other, kind, reason } = request.body
    const context = taskContext(api, request)
    const by = context.who.actor
    const word = { one, other, kind, by, reason: reason?.trim() || null }
    const { run, state, summary } = await decideLink(context, word)
    return { run, state, ...summary }
  })

  handle(http, contract.takeLinkBack, async (request) => {
    const context = taskContext(api, request)
    const word = { ...request.query, by: context.who.actor }
    const { run, state, summary } = await revokeLink(context, word)
    return { run, state, ...summary }
  })
}
