import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/site-map.ts'
import { forgetSite, mapSite, type SiteMapEntry, siteMap } from '../../jobs/fleet/map-sites.task.ts'
import { AppError } from '../../lib/errors.ts'
import type { Api } from '../api.ts'
import { handle } from '../handle.ts'
import { taskContext } from '../task-context.ts'

/** At which sites vendors' organisations are, and what people say of that. */
export function siteMapRoutes(http: FastifyInstance, api: Api): void {
  handle(http, contract.listSiteMap, async (request) => {
    const { organisation, limit, offset } = request.query
    const all = (await siteMap(taskContext(api, request))).map(toldEntry)
    const found = all.filter(({ ref }) => organisation === undefined || ref === organisation)
    if (organisation !== undefined && found.length === 0) {
      throw new AppError('organisation.not-found', { organisation })
    }
    return { items: found.slice(offset, offset + limit), total: found.length }
  })

  handle(http, contract.mapSite, async (request) => {
    const context = taskContext(api, request)
    const { reason, ...said } = request.body
    const word = { ...said, by: context.who.actor, reason: reason?.trim() || null }
    const { run, state, summary } = await mapSite(context, word)
    return { run, state, ...summary }
  })

  handle(http, contract.forgetSite, async (request) => {
    const context = taskContext(api, request)
    const { organisation, from = null, reason } = request.query
    const word = { organisation, from, by: context.who.actor, reason: reason?.trim() || null }
    const { run, state, summary } = await forgetSite(context, word)
    return { run, state, ...summary, takenBack: [...summary.takenBack] }
  })
}

function toldEntry({ suggestions, siteId: _ours, ...entry }: SiteMapEntry) {
  return {
    ref: `${entry.source}:${entry.key}`,
    ...entry,
    suggestions: suggestions.map(({ siteId: _none, sharedDomains, ...suggestion }) => ({
      ...suggestion,
      sharedDomains: [...sharedDomains],
    })),
  }
}
