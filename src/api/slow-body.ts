import { PassThrough, type Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { AppError } from '../lib/errors.ts'

/** How long a body may be on its way. */
export interface BodyTimes {
  /** Of a route that takes no file: the whole. */
  readonly wholeMs: number
  /** Of a file: without a byte. */
  readonly idleMs: number
}

export const BODY_TIMES: BodyTimes = { wholeMs: 30_000, idleMs: 60_000 }

/** Ends requests whose body does not come in time, and connections on which one still comes after its answer. */
export function limitBodyTimes(http: FastifyInstance, { wholeMs } = BODY_TIMES): void {
  http.addHook('preParsing', async (request, _reply, payload) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
    const hasBody = encoding !== undefined || Number(length) > 0
    if (!hasBody || request.routeOptions.config.takesFile) return payload
    return inTime(payload as Readable, wholeMs) // typed as what is read only
  })
  http.addHook('onResponse', async ({ raw }) => {
    if (raw.complete) return
    const cut = setTimeout(() => raw.complete || raw.destroy(), wholeMs)
    raw.once('close', () => clearTimeout(cut))
  })
}

/** The body, which fails with `request.too-slow` where it is not whole in time; the connection can still be answered on. */
function inTime(payload: Readable, wholeMs: number): Readable {
  const held = new PassThrough()
  held.on('error', () => {}) // whoever reads it hears of it; of what nobody reads it ends nothing but itself
  const late = setTimeout(() => {
    payload.unpipe(held)
    held.destroy(tooSlow(wholeMs))
  }, wholeMs)
  held.once('close', () => clearTimeout(late))
  payload.once('error', (error) => held.destroy(error))
  payload.once('close', () => {
    if (!payload.readableEnded) held.destroy(tooSlow(wholeMs)) // broken off: nobody hears it
  })
  return payload.pipe(held)
}

/** What comes of a request within the time that may pass without a byte. Throws `request.too-slow`. */
export async function withoutIdling<T>(coming: Promise<T>, idleMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(tooSlow(idleMs)), idleMs)
  try {
    return await Promise.race([coming, promise])
  } finally {
    clearTimeout(timer)
  }
}

/** The bytes of a file as they come. Throws `request.too-slow` once none has come for too long. */
export async function* arriving(
  bytes: AsyncIterable<Uint8Array>,
  idleMs = BODY_TIMES.idleMs,
): AsyncGenerator<Uint8Array> {
  const pieces = bytes[Symbol.asyncIterator]()
  let isWaiting = true
  try {
    for (;;) {
      isWaiting = true
      const next = await withoutIdling(pieces.next(), idleMs)
      isWaiting = false
      if (next.done) return
      yield next.value
    }
  } finally {
    if (!isWaiting) await pieces.return?.() // a piece that is waited for would be waited for again
  }
}

function tooSlow(ms: number): AppError {
  return new AppError('request.too-slow', { seconds: ms / 1000 })
}
