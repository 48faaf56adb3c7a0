import type { FastifyInstance } from 'fastify'
import { Gauge, Registry } from 'prom-client'
import type { Api } from './api.ts'
import { keptFigures } from './measures/kept-figures.ts'
import { keptMeters } from './measures/kept-meters.ts'
import { meterProcess } from './measures/process-meters.ts'
import { meterRequests } from './measures/request-meter.ts'
import { assertSites } from './site-limit.ts'

/**
 * Measures this server and serves what is measured to Prometheus, at `/metrics`. To be set up before whatever
 * may refuse a request, so that what is refused is measured as well.
 */
export function metricsPage(http: FastifyInstance, { app, settings }: Api): void {
  const registry = new Registry()
  const kept = keptMeters(registry)
  const figures = keptFigures(app)
  const { pool } = app.database
  const watched = meterProcess(registry, { pool, version: app.version })
  meterRequests(http, registry)
  const replica = new Gauge({
    name: 'muster_replica_up',
    help: '1 while lists and reports are read from the replica, 0 while the primary stands in; nothing where there is none.',
    registers: app.reader === null ? [] : [registry],
  })
  http.addHook('onClose', async () => watched.stop())
  const access = settings.openMetrics ? ('anybody' as const) : ('read' as const)
  http.route({
    method: 'GET',
    url: '/metrics',
    schema: { hide: true },
    config: { access },
    onRequest: async ({ caller }) => assertSites(caller, { access }),
    handler: async (_request, reply) => {
      kept.show(await figures())
      if (app.reader !== null) replica.set((await app.reader.fault()) === null ? 1 : 0)
      return reply
        .header('cache-control', 'no-store')
        .type(registry.contentType)
        .send(await registry.metrics())
    },
  })
}
