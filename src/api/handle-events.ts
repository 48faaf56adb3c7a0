import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'
import { type AnyRoute, assertMay, optionsOf, type RouteRequest, understood } from './handle.ts'
import { assertSites } from './site-limit.ts'

/** One message to a browser that listens. */
export interface ServerEvent {
  readonly event: string
  /** What a browser that comes back tells it heard last. */
  readonly id?: number
  readonly data: unknown
}

/** A listener, and what ends it. */
export interface Listening<R extends AnyRoute> extends RouteRequest<R> {
  /** The last event that the browser heard before; 0 where it comes anew. */
  readonly heard: number
  /** Aborted when the server closes, the listener has gone or lost their rights, or the line has been open long enough. */
  readonly closing: AbortSignal
}

/** Serves a route that tells what happens for as long as it goes on, up to ten minutes: server-sent events. */
export function handleEvents<R extends AnyRoute>(
  http: FastifyInstance,
  declared: R,
  listen: (listening: Listening<R>) => Promise<AsyncIterable<ServerEvent | null>>,
): void {
  const server = new AbortController()
  http.addHook('preClose', async () => server.abort())
  const content = { 'text/event-stream': { schema: z.string() } }
  http.route({
    ...optionsOf(declared, { 200: { description: 'Events.', content } }),
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const asked = { ...understood<R>(request), heard: heardIn(request.headers['last-event-id']) }
      const line = openLine(http, { declared, request, server: server.signal })
      const events = await listen({ ...asked, closing: line.closing }).catch((error: unknown) => {
        line.end()
        throw error
      })
      reply.header('cache-control', 'no-store').header('x-accel-buffering', 'no')
      reply.header('connection', 'close') // kept alive it would keep a server that closes
      const stream = Readable.from(written(events))
      stream.once('close', line.end)
      reply.raw.once('close', line.end) // the stream waits for what comes next
      return reply.type('text/event-stream').send(stream)
    },
  })
}

/**
 * The event a browser says it heard last; 0 where that is no number of ours.
 *
 * @example heardIn('12') // => 12
 */
export function heardIn(header: string | string[] | undefined): number {
  const heard = typeof header === 'string' && /^\d+$/u.test(header) ? Number(header) : 0
  return Number.isSafeInteger(heard) ? heard : 0
}

interface Opening {
  readonly declared: AnyRoute
  readonly request: FastifyRequest
  /** Aborted when the server closes. */
  readonly server: AbortSignal
}

/** A line that ends by itself in time, and as soon as who listens may no longer. Throws `request.too-many-lines`. */
function openLine(http: FastifyInstance, { declared, request, server }: Opening) {
  const { limits, take } = http.eventLines
  const leave = take(request.caller)
  const line = new AbortController()
  const end = () => line.abort()
  const timer = setTimeout(end, limits.mostOpenMs)
  const watch = setInterval(() => void mayStill().then((may) => may || end()), limits.lookAgainMs)
  const mayStill = () =>
    http.lookAgain(request).then(
      (caller) => isSame(request.caller, caller) && isAllowed(caller, declared),
      (error: unknown) => {
        request.log.warn({ err: error }, 'a listener could not be looked up again')
        return false
      },
    )
  line.signal.addEventListener('abort', () => {
    clearTimeout(timer)
    clearInterval(watch)
    leave()
  })
  return { closing: AbortSignal.any([server, line.signal]), end }
}

/** Whether somebody still sees the same sites: what they are told was begun for these. */
function isSame(before: Caller | null, now: Caller | null): boolean {
  return JSON.stringify(before?.sites) === JSON.stringify(now?.sites)
}

function isAllowed(caller: Caller | null, declared: AnyRoute): boolean {
  try {
    assertMay(caller, declared.access)
    assertSites(caller, declared)
    return true
  } catch (error) {
    if (error instanceof AppError) return false
    throw error
  }
}

/** An event as it goes over the line; null keeps the line open. */
async function* written(events: AsyncIterable<ServerEvent | null>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event === null) yield ': still here\n\n'
    else yield eventText(event)
  }
}

/** @example eventText({ event: 'run', data: { id: 7 } }) // => 'event: run\ndata: {"id":7}\n\n' */
function eventText({ event, id, data }: ServerEvent): string {
  const mark = id === undefined ? '' : `id: ${id}\n`
  return `${mark}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
