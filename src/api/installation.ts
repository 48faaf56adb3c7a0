import type { FastifyInstance } from 'fastify'
import { installationHealth } from '../contract/installation.ts'
import { installationState } from '../jobs/installation-state.task.ts'
import type { Api } from './api.ts'
import { handle } from './handle.ts'

/** How the installation does, for people and programs that watch over it. */
export function installationRoutes(http: FastifyInstance, { app }: Api): void {
  handle(http, installationHealth, async () => {
    const { sites, devices, snapshots, sources, at } = await installationState(app)
    const isFresh = sources.every(({ daysAgo }) => daysAgo !== null && daysAgo <= 1)
    return {
      status: isFresh ? ('healthy' as const) : ('stale' as const),
      database: 'connected' as const,
      stats: { sites, devices, snapshots },
      freshness: sources.map(({ source, lastDay, daysAgo, lastTry, lastState }) => ({
        ...{ source, last_day: lastDay, days_ago: daysAgo, last_state: lastState },
        last_try: lastTry?.toISOString() ?? null,
      })),
      timestamp: at.toISOString(),
    }
  })
}
