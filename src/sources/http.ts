import { lookup as lookUp } from 'node:dns'
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { type Call, type CallParts, callOf, followed } from './http/call.ts'
import type { HttpSettings } from './http/http-settings.ts'
import { AT_FIRST, nextStep, type ReadAnswer } from './http/next-step.ts'
import { type AnswerEnd, type Answered, brokenEnd, type TryOutcome } from './http/outcome.ts'
import { RESTED, takeTurn } from './http/pace.ts'
import { isPublicAddress } from './http/public-address.ts'
import { allowedBase, requestUrl } from './http/request-url.ts'
import type { Outside } from './outside.ts'

/** What is asked of a service; `path` is below its base address. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  /** True when sending it twice does no harm; a GET never does any. */
  readonly isSafe?: boolean
  /** True when only matters that it was taken: whatever comes with a success is no failure. */
  readonly isAnswerIgnored?: boolean
}

/** Status, headers and parsed JSON; null for an empty body. */
export type HttpAnswer = ReadAnswer

/** Signs requests. It is never called while it is still at work on another call. */
export interface Authorizer {
  headers(): Promise<Readonly<Record<string, string>>>
  /** After a 401: forget the token, so that the next `headers()` brings a fresh one. */
  renew(): Promise<void>
}

export interface HttpClient {
  /** The answer to a request, tried again where that can help; any `api.*` failure otherwise. */
  send(request: HttpRequest): Promise<HttpAnswer>
}

/** The service a client speaks to, and how. */
export interface HttpService {
  /** The source's id, which failures bear. */
  readonly source: string
  readonly baseUrl: string
  readonly settings: HttpSettings
  readonly authorizer?: Authorizer
}

/** Opens the way to one service: one pace and one limit of concurrency for all that is sent over it. */
export function httpClient(
  to: HttpService,
  outside: Pick<Outside, 'now' | 'random' | 'sleep'>,
): HttpClient {
  const { source, settings } = to
  const { allowPrivateAddress, requestsPerMinute } = settings
  const base = allowedBase({ source, baseUrl: to.baseUrl, allowPrivateAddress })
  const inSlot = slots(settings.concurrency)
  const line = lineTo(base, settings)
  const signer = signerOf(to.authorizer)
  let pace = RESTED

  async function takenTurn(): Promise<void> {
    const turn = takeTurn(pace, outside.now().getTime(), requestsPerMinute)
    pace = turn.pace
    if (turn.waitMs > 0) await outside.sleep(turn.waitMs)
  }

  async function send({ path, query, ...request }: HttpRequest): Promise<HttpAnswer> {
    let parts: CallParts = { ...request, source, url: requestUrl(base, path, query) }
    let progress = AT_FIRST
    for (;;) {
      const signed = await signer.sign()
      const call = callOf(parts, signed.headers)
      const outcome = await inSlot(async () => {
        await takenTurn()
        return exchange(call, line)
      })
      const step = nextStep(
        {
          call,
          progress,
          limits: settings,
          canRenew: to.authorizer !== undefined,
          now: outside.now(),
          random: outside.random(),
        },
        outcome,
      )
      if (step.kind === 'done') return step.answer
      if (step.kind === 'wait') await outside.sleep(step.ms)
      if (step.kind === 'renew') await signer.renew(signed.token)
      if (step.kind === 'follow') parts = followed(parts, step.url)
      progress = step.progress
    }
  }

  return { send }
}

/** Lets `count` pieces of work go on at one time, the others in the order in which they came. */
function slots(count: number) {
  let free = count
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** Requests that found one token dead renew it once, together. */
function signerOf(authorizer: Authorizer | undefined) {
  const alone = slots(1)
  let token = 0
  return {
    sign: () => alone(async () => ({ token, headers: (await authorizer?.headers()) ?? {} })),
    renew: (dead: number) =>
      alone(async () => {
        if (dead !== token) return
        await authorizer?.renew()
        token += 1
      }),
  }
}

/** The connections to one service. */
interface Line {
  readonly request: typeof httpsRequest
  /** Connections are kept for what may be sent again; what may not goes over one that cannot be stale. */
  readonly agent: HttpsAgent | HttpAgent
  readonly freshAgent: HttpsAgent | HttpAgent
  readonly lookup: LookupFunction
  readonly timeoutMs: number
  readonly maxAnswerBytes: number
}

/** How long a connection nobody uses is kept. */
const IDLE_MS = 5_000

function lineTo(base: URL, settings: HttpSettings): Line {
  const isSecure = base.protocol === 'https:'
  const Agent = isSecure ? HttpsAgent : HttpAgent
  return {
    request: isSecure ? httpsRequest : httpRequest,
    agent: new Agent({ keepAlive: true, maxSockets: settings.concurrency, timeout: IDLE_MS }),
    freshAgent: new Agent({ keepAlive: false }),
    lookup: settings.allowPrivateAddress ? lookUp : lookUpPublic,
    timeoutMs: settings.timeoutSeconds * 1_000,
    maxAnswerBytes: settings.maxAnswerBytes,
  }
}

const PRIVATE_ADDRESS = 'PRIVATE_ADDRESS'

/** Looks a name up for the connection that is being made: what was checked is what is connected to. */
const lookUpPublic: LookupFunction = (hostname, options, callback) => {
  lookUp(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || !first) return callback(error ?? new Error('no address'), '', 0)
    if (!found.every(({ address }) => isPublicAddress(address))) {
      return callback(Object.assign(new Error(PRIVATE_ADDRESS), { code: PRIVATE_ADDRESS }), '', 0)
    }
    if (options.all) callback(null, found)
    else callback(null, first.address, first.family)
  })
}

/** Sends a call once and reads its answer; whatever happens is an outcome. */
function exchange(call: Call, line: Line): Promise<TryOutcome> {
  return new Promise((resolve, reject) => {
    const { method, headers } = call
    const agent = call.isRepeatable ? line.agent : line.freshAgent
    const outgoing = line.request(call.url, { method, headers, agent, lookup: line.lookup })
    const state = { wasSent: false, isLate: false, isAnswered: false }
    const timer = setTimeout(() => {
      state.isLate = true
      outgoing.destroy()
    }, line.timeoutMs)
    const settle = (outcome: TryOutcome) => {
      clearTimeout(timer)
      resolve(state.isLate ? { kind: 'timed-out', wasSent: state.wasSent } : outcome)
    }
    const settleBroken = (code: string) => {
      if (state.isAnswered) return
      if (code === PRIVATE_ADDRESS) settle({ kind: 'private-address' })
      else settle({ kind: 'broken', code, wasSent: state.wasSent })
    }
    outgoing.on('socket', (socket) => {
      const ready = call.url.protocol === 'https:' ? 'secureConnect' : 'connect'
      if (socket.connecting) socket.once(ready, () => Object.assign(state, { wasSent: true }))
      else if (!socket.destroyed) state.wasSent = true
    })
    outgoing.on('error', (error) => settleBroken(codeOf(error)))
    outgoing.on('close', () => settleBroken('ECONNRESET'))
    outgoing.on('response', (message) => {
      state.isAnswered = true
      receive(message, line.maxAnswerBytes).then(settle, reject)
    })
    outgoing.end(call.body ?? undefined)
  })
}

function codeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : ''
  return typeof code === 'string' ? code : ''
}

/** Of an answer that only tells of a failure no more is read. */
const FAILURE_BYTES = 64 * 1024

async function receive(message: IncomingMessage, maxAnswerBytes: number): Promise<Answered> {
  const status = message.statusCode ?? 0
  const headers = headersOf(message)
  const isSuccess = status >= 200 && status < 300
  const limit = isSuccess ? maxAnswerBytes : Math.min(FAILURE_BYTES, maxAnswerBytes)
  const chunks: Buffer[] = []
  const packing = headers.get('content-encoding')?.trim().toLowerCase() ?? ''
  const isTooLong = isSuccess && packing === '' && declaredBytes(message) > limit
  const end = isTooLong
    ? left(message, 'over')
    : await readInto(chunks, { message, packing }, limit)
  return { kind: 'answered', status, headers, bytes: Buffer.concat(chunks), end }
}

/** Reads and unpacks no more than the limit allows; what comes after it is not waited for. */
async function readInto(
  chunks: Buffer[],
  { message, packing }: { message: IncomingMessage; packing: string },
  limit: number,
): Promise<AnswerEnd> {
  const unpacked = unpackedBy(packing, message)
  if (unpacked === null) return left(message, 'packing-unknown')
  let size = 0
  try {
    for await (const chunk of unpacked) {
      size += chunk.length
      if (size > limit) return 'over'
      chunks.push(chunk)
    }
    return 'whole'
  } catch (error) {
    const code = codeOf(error)
    return hadNothing(unpacked, code) ? 'whole' : brokenEnd(code)
  }
}

function left(message: IncomingMessage, end: AnswerEnd): AnswerEnd {
  message.destroy()
  return end
}

/** An empty answer that was announced as packed is no broken one. */
function hadNothing(unpacked: Readable, code: string): boolean {
  return code === 'Z_BUF_ERROR' && 'bytesWritten' in unpacked && unpacked.bytesWritten === 0
}

function declaredBytes({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0)
}

/** Null for a packing that was not asked for. A fault of one stream reaches its reader through the other. */
function unpackedBy(packing: string, message: IncomingMessage): Readable | null {
  if (packing === '' || packing === 'identity') return message
  if (packing === 'gzip') return pipeline(message, createGunzip(), () => {})
  if (packing === 'br') return pipeline(message, createBrotliDecompress(), () => {})
  return null
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers()
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '')
  }
  return headers
}
