import type { z } from 'zod'
import type { decideFindings as declared } from '../../contract/findings.ts'
import { type Decision, decideFindings, sayable } from '../../jobs/findings/decide.task.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { Word } from '../../reconcile/findings/life-cycle.ts'
import { ALL_FINDINGS } from '../../reconcile/findings/list-queries.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import type { Api } from '../api.ts'
import type { RouteRequest } from '../handle.ts'
import { taskContext } from '../task-context.ts'
import { amongOf } from './among.ts'
import { todayOf } from './asked-days.ts'
import { filterOfBody } from './finding-filter.ts'

type Request = RouteRequest<typeof declared>
type Answer = z.input<(typeof declared)['response']>

/** Says a caller's word on findings under their name, or tells of which it would be said. */
export async function decidedFindings(api: Api, request: Request): Promise<Answer> {
  const { body, caller, language } = request
  const context = taskContext(api, { caller, language })
  const word = wordOf(body.word, todayOf(api.app))
  const by = context.who.actor
  const decision = { ids: await idsOf(api, request), word, by }
  if (decision.ids.length === 0) {
    return { state: 'agreed', isSaid: false, run: null, by, said: [], refused: [] }
  }
  const waits = body.filter !== undefined && !body.yes
  if (body.dryRun || waits) return would(api, decision, body.dryRun ? 'agreed' : 'held')
  const { run, state, summary } = await decideFindings(context, decision)
  return { state, isSaid: true, run, by, said: [...summary.said], refused: [...summary.refused] }
}

async function would({ app }: Api, decision: Decision, state: 'agreed' | 'held'): Promise<Answer> {
  const { said, refused } = await sayable(app, decision)
  return {
    ...{ state, isSaid: false, run: null, by: decision.by },
    ...{ said: [...said], refused: [...refused] },
  }
}

/** Throws `finding.not-found` for what is not there, or not where the caller sees it. */
async function idsOf({ app }: Api, { body, caller }: Request): Promise<number[]> {
  const store = findingStore(app.database)
  const today = todayOf(app)
  if (body.filter !== undefined) {
    return store.ids(await filterOfBody(app, body.filter, caller), today)
  }
  const named = [...new Set(body.ids)]
  const seen = new Set(await store.ids({ ...ALL_FINDINGS, ...amongOf(caller), ids: named }, today))
  const unknown = named.filter((id) => !seen.has(id))
  if (unknown.length === 0) return named
  throw new AppError('finding.not-found', { findings: unknown.map((id) => `F${id}`) })
}

/** Throws `day.not-ahead` for an acceptance until a day that is past. */
function wordOf(said: Request['body']['word'], today: Day): Word {
  switch (said.kind) {
    case 'accepted': {
      const { kind, reason: words, until } = said
      if (until <= today) throw new AppError('day.not-ahead', { day: until, today })
      return { kind, words, until }
    }
    case 'assigned':
      return { kind: said.kind, words: said.owner }
    case 'noted':
      return { kind: said.kind, words: said.note }
    default:
      return { kind: said.kind, words: said.reason || null }
  }
}
