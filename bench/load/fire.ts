import { Agent, get } from 'node:http'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../../demo/chance.ts'
import { quantile } from '../../src/analytics/stats/quantile.ts'
import { arrivals } from './arrivals.ts'
import type { LoadedRoute } from './routes.ts'

/** What became of the requests of one route. */
export interface RouteFigures {
  readonly name: string
  readonly requests: number
  /** Answers that were no success, and requests without one. */
  readonly errors: number
  /** Milliseconds from when a request was due to the end of its answer. */
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
  readonly chance: Chance
}

interface Answered {
  readonly route: LoadedRoute
  readonly ms: number
  readonly isGood: boolean
}

const PATIENCE_MS = 30_000

/** Sends each request when it is due, whether or not those before were answered. */
export async function fireAll(
  routes: readonly LoadedRoute[],
  { address, token, seconds, rate, chance }: Fire,
): Promise<RouteFigures[]> {
  const agent = new Agent({ keepAlive: true })
  const headers = { authorization: `Bearer ${token}` }
  const byShare = routes.flatMap((route) => Array<LoadedRoute>(route.share).fill(route))
  const began = performance.now()
  const asked: Promise<Answered>[] = []
  for (const instant of arrivals({ rate, seconds }, chance)) {
    const due = began + instant
    await sleep(Math.max(0, due - performance.now()))
    const route = chance.pick(byShare)
    const url = `${address}${route.path(chance)}`
    asked.push(
      isAnswered(url, { agent, headers }).then((isGood) => {
        return { route, ms: performance.now() - due, isGood }
      }),
    )
  }
  const answered = await Promise.all(asked)
  agent.destroy()
  return routes.map((route) => figuresOf(route, answered))
}

/** Reads an answer to its end; false where there is none, or one that is no success. */
function isAnswered(
  url: string,
  asking: { readonly agent: Agent; readonly headers: Record<string, string> },
): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { ...asking, timeout: PATIENCE_MS }, (response) => {
      response.once('end', () => resolve(response.statusCode === 200))
      response.once('error', () => resolve(false))
      response.resume()
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(false))
  })
}

function figuresOf(route: LoadedRoute, answered: readonly Answered[]): RouteFigures {
  const own = answered.filter((each) => each.route === route)
  const times = own.map(({ ms }) => ms).toSorted((one, other) => one - other)
  const at = (share: number) => Math.round(quantile(times, share))
  return {
    name: route.name,
    requests: own.length,
    errors: own.filter(({ isGood }) => !isGood).length,
    ...{ p50: at(0.5), p99: at(0.99), max: at(1) },
  }
}
