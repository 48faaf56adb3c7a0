import { createServer, type IncomingMessage, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
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
  /** Every call for a form or with one, in the order in which they were answered. */
  edits(): readonly LoggedEdit[]
  /** Changes these traits and leaves the others; the token lives anew, edits stay. */
  setTraits(traits: Partial<ThreatlockerTraits>): void
  close(): Promise<void>
}

/** A computer had for editing (GET) or sent back (PATCH), whatever came of it. */
export interface LoggedEdit {
  readonly method: string
  readonly computerId: string
  readonly organizationId: string
  /** As sent back; null for a GET. */
  readonly name: string | null
  readonly status: number
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

const EDITS: ReadonlySet<Route> = new Set(['ComputerGetForEditById', 'ComputerUpdateForEdit'])

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
  const edits: LoggedEdit[] = []
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

  function logEdit(call: Call, status: number): void {
    if (call.route !== null && EDITS.has(call.route)) edits.push(loggedEdit(call, status))
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
    const proper = isBeforeWork(does) ? refusal(does.status, '') : answerTo(call)
    logEdit(call, does?.kind === 'status' ? does.status : proper.status)
    await reply(response, proper, does)
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}/portalapi/`,
    token: TOKEN,
    stats: () => ({ calls: Object.fromEntries(calls), mostAtOnce: underWay.most }),
    edits: () => edits,
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

const Sent = z.object({ computerId: z.string(), name: z.string() })

function loggedEdit(call: Call, status: number): LoggedEdit {
  const { method, organizationId, query } = call
  const sent = Sent.safeParse(call.body).data
  const computerId = (sent?.computerId ?? query.get('computerId') ?? '').toLowerCase()
  return { method, computerId, organizationId, name: sent?.name ?? null, status }
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

/** True where the trouble comes before anything is done. */
function isBeforeWork(does: Misbehaviour | null): does is Misbehaviour & { status: number } {
  return does?.kind === 'html' || (does?.kind === 'status' && does.isAfterWork !== true)
}

/** The first trouble that fits the call and has not had its times yet. */
function misbehaviour(
  troubles: readonly Trouble[],
  call: Call,
  troubled: Map<Trouble, number>,
): Misbehaviour | null {
  const found = troubles.find((trouble) => {
    return (
      isAt(trouble, call) &&
      (troubled.get(trouble) ?? 0) < (trouble.times ?? Number.POSITIVE_INFINITY)
    )
  })
  if (!found) return null
  troubled.set(found, (troubled.get(found) ?? 0) + 1)
  return found.does
}

function isAt({ route, page, computerId, organizationId }: Trouble, call: Call): boolean {
  if (route !== call.route || (page ?? pageOf(call.body)) !== pageOf(call.body)) return false
  const isOfComputer = computerId === undefined || computerId === loggedEdit(call, 0).computerId
  return isOfComputer && (organizationId ?? call.organizationId) === call.organizationId
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
