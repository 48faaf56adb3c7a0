import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { NinjaoneFleet } from '../fleet.ts'
import { type Answer, refusal } from './answer.ts'
import { type Api, openApi, routeOf } from './api.ts'
import { reply } from './misbehave.ts'
import { ACCOUNT, openTokenOffice, type TokenOffice } from './token-office.ts'
import { CALM, type Misbehaviour, type NinjaoneTraits } from './traits.ts'

/** A simulated NinjaOne that answers on loopback. */
export interface SimulatedNinjaone {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Good until its first use, and for ever where refresh tokens are kept. */
  readonly refreshToken: string
  stats(): NinjaoneStats
  /** Changes these traits and leaves the others; calls and pages are counted anew for troubles. */
  setTraits(traits: Partial<NinjaoneTraits>): void
  close(): Promise<void>
}

export interface NinjaoneStats {
  /** Calls since the start by route, as `/v2/device/{id}`; the refused ones too. */
  readonly calls: Readonly<Record<string, number>>
}

const TOKEN_ROUTE = '/ws/oauth/token'
const MANNERS: Readonly<Record<'unknown' | 'expired' | 'out-of-scope', Answer>> = {
  unknown: refusal(401, 'invalid_token', 'oauth'),
  expired: refusal(401, 'token_expired', 'oauth'),
  'out-of-scope': refusal(403, 'insufficient_scope'),
}

/** Starts a NinjaOne that holds this fleet, on a free port of 127.0.0.1. */
export async function startNinjaone(
  fleet: NinjaoneFleet,
  traits: Partial<NinjaoneTraits> = {},
  now: () => Date = () => new Date(),
): Promise<SimulatedNinjaone> {
  let current: NinjaoneTraits = { ...CALM, ...traits }
  const office = openTokenOffice(
    () => current,
    () => now().getTime(),
  )
  const api = openApi(fleet, () => current)
  const calls = new Map<string, number>()
  const callsSinceSet = new Map<string, number>()
  const server = createServer((request, response) => {
    const route = routeOf(urlOf(request).pathname)
    const does = misbehaviour(current, route, countUp(callsSinceSet, route))
    countUp(calls, route)
    void serve({ request, response, does }, { office, api })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    ...ACCOUNT,
    stats: () => ({ calls: Object.fromEntries(calls) }),
    setTraits: (changed) => {
      current = { ...current, ...changed }
      callsSinceSet.clear()
      api.restart()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly does: Misbehaviour | null
}

async function serve(
  { request, response, does }: Exchange,
  { office, api }: { office: TokenOffice; api: Api },
): Promise<void> {
  const body = await text(request)
  const { pathname: path, searchParams: query } = urlOf(request)
  const route = routeOf(path)
  const authorization = request.headers.authorization ?? null
  if (does !== null && comesBeforeWork(does)) return reply(response, refusal(500, ''), does)
  if (route === TOKEN_ROUTE && request.method === 'POST') {
    const form = new URLSearchParams(body)
    return reply(response, office.give({ form, basic: authorization }), does)
  }
  const judged = office.judge(authorization)
  if (judged !== 'good') return reply(response, MANNERS[judged], does)
  if (request.method !== 'GET') return reply(response, refusal(405, 'method_not_allowed'), does)
  return reply(response, api.read({ route, path, query }), does)
}

/** What a gateway says before NinjaOne itself has done anything. */
function comesBeforeWork({ kind }: Misbehaviour): boolean {
  return kind === 'status' || kind === 'too-many' || kind === 'html'
}

function misbehaviour(
  { troubles }: NinjaoneTraits,
  route: string,
  call: number,
): Misbehaviour | null {
  const found = troubles.find(
    (trouble) =>
      trouble.route === route && call >= trouble.call && call < trouble.call + (trouble.times ?? 1),
  )
  return found?.does ?? null
}

function countUp(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}

function urlOf({ url = '/' }: IncomingMessage): URL {
  return new URL(url, 'http://127.0.0.1')
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('it listens to no port')
  return address.port
}
