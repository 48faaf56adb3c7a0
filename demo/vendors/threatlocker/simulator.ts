import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import type { ThreatlockerFleet } from '../fleet.ts'
import { type Answer, refusal } from './answer.ts'
import { reply } from './misbehave.ts'
import { openPortal } from './portal.ts'
import { tokenLife } from './token-life.ts'
import {
  CALM,
  type Misbehaviour,
  ROUTES,
  type Route,
  type ThreatlockerTraits,
  type Trouble,
} from './traits.ts'

/** A simulated ThreatLocker that answers on loopback. */
export interface SimulatedThreatlocker {
  /** As `baseUrl` in the settings: `http://127.0.0.1:PORT/portalapi/`. */
  readonly url: string
  readonly token: string
  stats(): ThreatlockerStats
  /** Changes these traits and leaves the others; the token lives anew, edits stay. */
  setTraits(traits: Partial<ThreatlockerTraits>): void
  close(): Promise<void>
}

export interface ThreatlockerStats {
  /** Calls since the start by route, the refused ones too. */
  readonly calls: Readonly<Record<string, number>>
  /** The most calls that were under way at one time. */
  readonly mostAtOnce: number
}

const TOKEN = 'SIM-5EC2E7-THREATLOCKER-T0KEN'
const PREFIX = /^\/portalapi\/(?:organization|computer)\/([a-z]+)$/iu
const GETS: ReadonlySet<Route> = new Set([
  'OrganizationGetForMoveComputers',
  'ComputerGetForEditById',
])

/** Starts a ThreatLocker that holds this fleet, on a free port of 127.0.0.1. */
export async function startThreatlocker(
  fleet: ThreatlockerFleet,
  traits: Partial<ThreatlockerTraits> = {},
  now: () => Date = () => new Date(),
): Promise<SimulatedThreatlocker> {
  let current: ThreatlockerTraits = { ...CALM, ...traits }
  const portal = openPortal(fleet, current)
  const token = tokenLife(() => now().getTime())
  const calls = new Map<string, number>()
  let troubled = new Map<Trouble, number>()
  const underWay = { now: 0, most: 0 }

  function answerTo(call: Call): Answer {
    if (call.token !== TOKEN || !token.isAlive(current)) return refusal(401, 'Unauthorized')
    if (!portal.knows(call.organizationId)) return refusal(403, 'Forbidden')
    const { route } = call
    if (route === null) return refusal(404, 'Not found')
    if (call.method !== methodOf(route)) return refusal(405, 'Method not allowed')
    return portal.answer({ ...call, route })
  }

  const server = createServer(async (request, response) => {
    underWay.now += 1
    underWay.most = Math.max(underWay.most, underWay.now)
    response.once('close', () => {
      underWay.now -= 1
    })
    const call = await readCall(request)
    countUp(calls, call.route ?? call.path)
    const does = misbehaviour(current.troubles, call, troubled)
    const isBeforeWork = does?.kind === 'status' || does?.kind === 'html'
    await reply(response, isBeforeWork ? refusal(500, '') : answerTo(call), does)
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}/portalapi/`,
    token: TOKEN,
    stats: () => ({ calls: Object.fromEntries(calls), mostAtOnce: underWay.most }),
    setTraits: (changed) => {
      current = { ...current, ...changed }
      troubled = new Map()
      portal.setTraits(current)
      token.revive()
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** One request as it came. */
interface Call {
  readonly method: string
  readonly path: string
  readonly route: Route | null
  readonly token: string
  readonly organizationId: string
  readonly query: URLSearchParams
  readonly body: unknown
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  const name = PREFIX.exec(pathname)?.[1]?.toLowerCase()
  return {
    method: request.method ?? '',
    path: pathname,
    route: ROUTES.find((route) => route.toLowerCase() === name) ?? null,
    token: request.headers.authorization ?? '',
    organizationId: String(request.headers.managedorganizationid ?? '').toLowerCase(),
    query: searchParams,
    body: parsed(await text(request)),
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return null
  }
}

function methodOf(route: Route): string {
  if (route === 'ComputerUpdateForEdit') return 'PATCH'
  return GETS.has(route) ? 'GET' : 'POST'
}

/** The first trouble that fits the call and has not had its times yet. */
function misbehaviour(
  troubles: readonly Trouble[],
  { route, body }: Call,
  troubled: Map<Trouble, number>,
): Misbehaviour | null {
  const found = troubles.find((trouble) => {
    const isHere = trouble.route === route && (trouble.page ?? pageOf(body)) === pageOf(body)
    return isHere && (troubled.get(trouble) ?? 0) < (trouble.times ?? Number.POSITIVE_INFINITY)
  })
  if (!found) return null
  troubled.set(found, (troubled.get(found) ?? 0) + 1)
  return found.does
}

function pageOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'pageNumber' in body ? body.pageNumber : null
}

function countUp(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it listens to no port')
  return address.port
}
