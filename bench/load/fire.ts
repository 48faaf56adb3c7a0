import autocannon from 'autocannon'
import type { LoadedRoute } from './routes.ts'

/** What became of the requests of one route. */
export interface RouteFigures {
  readonly name: string
  readonly requests: number
  /** Answers that were no success, and requests without one. */
  readonly errors: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface Fire {
  readonly address: string
  readonly token: string
  readonly seconds: number
  /** Requests a second, over all routes. */
  readonly rate: number
}

/** Waiting requests of one route; with fewer the rate would sink where an answer takes long. */
const CONNECTIONS = 8

/** Sends requests of all routes at once, each at its share of the rate, whether or not those before were answered. */
export async function fireAll(routes: readonly LoadedRoute[], fire: Fire): Promise<RouteFigures[]> {
  return Promise.all(routes.map((route) => fireAt(route, fire)))
}

async function fireAt(
  { name, share, paths }: LoadedRoute,
  { address, token, seconds, rate }: Fire,
): Promise<RouteFigures> {
  const overallRate = Math.max(1, Math.round((rate * share) / 100))
  const result = await autocannon({
    ...{ url: address, duration: seconds, overallRate, timeout: 30 },
    connections: Math.min(CONNECTIONS, overallRate),
    headers: { authorization: `Bearer ${token}` },
    requests: paths.map((path) => ({ method: 'GET', path })),
  })
  const { latency, errors, timeouts, non2xx } = result
  const { p50, p99, max } = latency
  const requests = result['2xx'] + non2xx
  return { name, requests, errors: errors + timeouts + non2xx, p50, p99, max }
}
