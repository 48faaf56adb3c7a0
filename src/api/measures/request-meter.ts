import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Gauge, Histogram, type Registry } from 'prom-client'

/** From a look into memory to a file of gigabytes. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

/** Measures every request of a server; to be set up before whatever may refuse one. */
export function meterRequests(http: FastifyInstance, registry: Registry): void {
  const registers = [registry]
  const durations = new Histogram({
    name: 'muster_http_request_duration_seconds',
    help: 'From the head of a request to the end of its answer, by the template of its route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers,
  })
  const inFlight = new Gauge({
    name: 'muster_http_requests_in_flight',
    help: 'Requests that are being answered.',
    registers,
  })
  http.addHook('onRequest', async (request, reply) => {
    const started = performance.now()
    inFlight.inc()
    onceEnded(reply, (isWhole) => {
      const status = isWhole ? `${Math.floor(reply.raw.statusCode / 100)}xx` : 'aborted'
      inFlight.dec()
      durations.observe({ ...labelsOf(request), status }, (performance.now() - started) / 1_000)
    })
  })
}

/** A caller who hangs up ends the answer as well, without its finish. */
function onceEnded({ raw }: FastifyReply, work: (isWhole: boolean) => void): void {
  let isEnded = false
  const end = (isWhole: boolean) => () => {
    if (!isEnded) work(isWhole)
    isEnded = true
  }
  raw.once('finish', end(true))
  raw.once('close', end(false))
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** There are as many as there are routes: what a caller makes up becomes no label. */
function labelsOf({ method, routeOptions }: FastifyRequest) {
  return {
    method: METHODS.includes(method) ? method : 'other',
    route: routeOptions.url ?? 'unknown',
  }
}
