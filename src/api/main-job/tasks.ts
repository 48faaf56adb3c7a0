import type { FastifyInstance } from 'fastify'
import {
  analyzeInventory,
  checkInputs,
  collect,
  night,
  prune,
  reconcile,
  study,
  wouldPrune,
} from '../../contract/tasks.ts'
import { ocsOf } from '../../jobs/context.ts'
import { fleetSources } from '../../jobs/fleet/fleet-sources.ts'
import { wouldPrune as judgePrune } from '../../jobs/fleet/prune-fleet.task.ts'
import type { Job } from '../../jobs/queue/job.ts'
import { AppError } from '../../lib/errors.ts'
import type { Api } from '../api.ts'
import { assertStudied } from '../forecast.ts'
import { handle } from '../handle.ts'
import { type Asking, startJob } from '../start-job.ts'

/** Work that is asked for and goes on by itself. */
export function taskRoutes(http: FastifyInstance, api: Api): void {
  const { app } = api
  const started = (job: Job, asking: Asking) => startJob(api, job, asking)

  handle(http, collect, async ({ body, ...asking }) => {
    const sources = [...new Set(body?.sources ?? [])]
    assertConfigured(api, sources)
    return started({ task: 'collect', sources }, asking)
  })

  handle(http, checkInputs, async (asking) => {
    ocsOf(app.settings)
    return started({ task: 'check' }, asking)
  })

  handle(http, analyzeInventory, async (asking) => {
    ocsOf(app.settings)
    return started({ task: 'analyze' }, asking)
  })

  handle(http, reconcile, (asking) => started({ task: 'reconcile' }, asking))

  handle(http, wouldPrune, async () => {
    const { days, versions, links } = await judgePrune(app)
    return { days: [...days], versions, links }
  })

  handle(http, prune, (asking) => started({ task: 'prune' }, asking))

  handle(http, night, (asking) => started({ task: 'nightly' }, asking))

  handle(http, study, async ({ body, ...asking }) => {
    const { source, metric, anew = false } = body ?? {}
    const studied = { source: source ?? null, metric: metric ?? null }
    await assertStudied(api, studied)
    return started({ task: 'study', ...studied, anew }, asking)
  })
}

/** Throws `source.not-configured` for the first that is none of those collected here. */
function assertConfigured({ app }: Api, sources: readonly string[]): void {
  const known = fleetSources(app.settings)
  const unknown = sources.find((source) => !known.includes(source))
  if (unknown !== undefined) throw new AppError('source.not-configured', { source: unknown })
}
