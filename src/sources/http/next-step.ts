import { AppError, type ErrorCode, type ErrorDetails } from '../../lib/errors.ts'
import { answerBody, failureText } from './answer-body.ts'
import type { Call } from './call.ts'
import { connectionFault } from './connection-fault.ts'
import type { Answered, TryOutcome } from './outcome.ts'
import type { HttpReason, HttpReasonAbout } from './reason.ts'
import { shownUrl } from './request-url.ts'
import { retryAfterMs, retryWait } from './retry-wait.ts'
import { vendorMessage } from './vendor-message.ts'
import { shownText } from './without-secrets.ts'

const LONGEST_REASON = 200
const LONGEST_EXCERPT = 120
const MOST_REDIRECTS = 3
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** What has happened to a request so far. */
export interface Progress {
  readonly retries: number
  readonly waitedMs: number
  readonly hasRenewed: boolean
  readonly redirects: number
}

export const AT_FIRST: Progress = { retries: 0, waitedMs: 0, hasRenewed: false, redirects: 0 }

/** A try, and all that decides what comes after it. */
export interface Tried {
  readonly call: Call
  readonly progress: Progress
  readonly limits: {
    readonly timeoutSeconds: number
    readonly retrySeconds: number
    readonly maxAnswerBytes: number
  }
  /** True when somebody can bring a fresh token. */
  readonly canRenew: boolean
  readonly now: Date
  /** 0 to below 1. */
  readonly random: number
}

/** What to do after a try; a failure that stays is thrown. */
export type Step =
  | { readonly kind: 'done'; readonly answer: ReadAnswer }
  | { readonly kind: 'wait'; readonly ms: number; readonly progress: Progress }
  | { readonly kind: 'renew'; readonly progress: Progress }
  | { readonly kind: 'follow'; readonly url: URL; readonly progress: Progress }

/** An answer that was understood; its body is null where it was empty. */
export interface ReadAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** Decides what comes after a try: its answer, another try, or a named failure, which is thrown. */
export function nextStep(tried: Tried, outcome: TryOutcome): Step {
  switch (outcome.kind) {
    case 'answered':
      return afterAnswer(tried, outcome)
    case 'private-address':
      throw failure(tried, 'api.address-refused', { reason: 'private-address' })
    case 'timed-out': {
      const seconds = tried.limits.timeoutSeconds
      const error = failure(tried, 'api.timed-out', { seconds })
      return again(tried, { error, wasSent: outcome.wasSent })
    }
    case 'broken': {
      const { reason, mayPass } = connectionFault(outcome.code)
      const error = failure(tried, 'api.unreachable', { reason })
      if (!mayPass) throw error
      return again(tried, { error, wasSent: outcome.wasSent })
    }
  }
}

function afterAnswer(tried: Tried, answer: Answered): Step {
  const { status } = answer
  if (status >= 200 && status < 300) return afterSuccess(tried, answer)
  if (REDIRECTS.has(status)) return afterRedirect(tried, answer)
  const reason = saidIn(tried, answer)
  if (status === 401) return afterUnauthorized(tried, reason)
  if (status === 403) throw failure(tried, 'api.forbidden', { reason })
  if (status === 429) {
    const waitedSeconds = Math.round(tried.progress.waitedMs / 1_000)
    const error = failure(tried, 'api.rate-limited', { waitedSeconds })
    return again(tried, { error, wasSent: true, askedMs: askedWait(tried, answer) })
  }
  if (status === 408 || status >= 500) {
    const error = failure(tried, 'api.failing', { status, tries: tried.progress.retries + 1 })
    return again(tried, { error, wasSent: true, askedMs: askedWait(tried, answer) })
  }
  throw failure(tried, 'api.refused', { status, reason })
}

function afterUnauthorized(tried: Tried, reason: string): Step {
  if (!tried.canRenew || tried.progress.hasRenewed) {
    throw failure(tried, 'api.sign-in-refused', { reason })
  }
  return { kind: 'renew', progress: { ...tried.progress, hasRenewed: true } }
}

function afterSuccess(tried: Tried, answer: Answered): Step {
  const { status, bytes, headers, end } = answer
  if (tried.call.isAnswerIgnored) return { kind: 'done', answer: { status, headers, body: null } }
  if (end === 'over') {
    throw failure(tried, 'api.too-large', { limit: tried.limits.maxAnswerBytes })
  }
  if (end === 'packing-unknown') {
    const problem = `packing-unknown: ${headers.get('content-encoding') ?? ''}`
    throw failure(tried, 'api.unexpected', { problem })
  }
  if (end !== 'whole') return truncated(tried, brokenReason(answer))
  const body = answerBody(bytes, headers.get('content-type'))
  switch (body.kind) {
    case 'json':
      return { kind: 'done', answer: { status, headers, body: body.body } }
    case 'json-ends-early':
      return truncated(tried, 'json-ends-early')
    case 'undecodable':
      throw failure(tried, 'api.unexpected', { problem: `not-text-of: ${body.charset}` })
    case 'not-json': {
      const excerpt = shownText(body.text, tried.call.secrets, LONGEST_EXCERPT)
      throw failure(tried, 'api.not-json', { looksLike: body.looksLike, excerpt })
    }
  }
}

function truncated(tried: Tried, reason: HttpReason | HttpReasonAbout): Step {
  return again(tried, { error: failure(tried, 'api.truncated', { reason }), wasSent: true })
}

function brokenReason({ end, bytes, headers }: Answered): HttpReason | HttpReasonAbout {
  if (end === 'unpackable') return 'packing-broken'
  const declared = headers.get('content-length')
  const isPacked = headers.has('content-encoding')
  return declared === null || isPacked
    ? `closed-early: ${bytes.length}`
    : `bytes-missing: ${bytes.length}/${declared}`
}

/** Only a question that changes nothing is asked again elsewhere, and only of the same server. */
function afterRedirect(tried: Tried, { status, headers }: Answered): Step {
  const { call, progress } = tried
  const place = headers.get('location') ?? ''
  if (place === '' || !URL.canParse(place, call.url.href)) {
    throw failure(tried, 'api.unexpected', { problem: 'redirect-without-place' })
  }
  const url = withoutAccount(new URL(place, call.url))
  if (url.origin !== call.url.origin) {
    const details = { source: call.source, url: shownUrl(url) }
    throw new AppError('api.address-refused', { ...details, reason: 'redirected-elsewhere' })
  }
  if (call.method !== 'GET' && status !== 303) {
    throw failure(tried, 'api.refused', { status, reason: 'redirect-of-a-write' })
  }
  if (progress.redirects >= MOST_REDIRECTS) {
    throw failure(tried, 'api.refused', { status, reason: 'too-many-redirects' })
  }
  return { kind: 'follow', url, progress: { ...progress, redirects: progress.redirects + 1 } }
}

function withoutAccount(url: URL): URL {
  return Object.assign(url, { username: '', password: '' })
}

/** What failed in a way that may pass, and whether the service may have begun to act on it. */
interface Passing {
  readonly error: AppError
  readonly wasSent: boolean
  readonly askedMs?: number | null
}

/** Another try, as long as it can do no harm and the waits stay within the budget. */
function again(tried: Tried, { error, wasSent, askedMs = null }: Passing): Step {
  const { call, progress, limits, random } = tried
  if (wasSent && !call.isRepeatable) throw error
  const { retries, waitedMs } = progress
  const ms = retryWait({ retries, waitedMs, askedMs, random }, limits.retrySeconds)
  if (ms === null) throw error
  const after = { ...progress, retries: retries + 1, waitedMs: waitedMs + ms }
  return { kind: 'wait', ms, progress: after }
}

function askedWait({ now }: Tried, { headers }: Answered): number | null {
  return retryAfterMs(headers.get('retry-after'), now)
}

function saidIn({ call }: Tried, { bytes, headers }: Answered): string {
  const message = vendorMessage(failureText(bytes, headers.get('content-type')))
  return shownText(message, call.secrets, LONGEST_REASON) || ('no-reason' satisfies HttpReason)
}

type AboutService = { source: string; url: string }

function failure<Code extends Extract<ErrorCode, `api.${string}`>>(
  { call }: Tried,
  code: Code,
  details: Omit<ErrorDetails[Code], keyof AboutService>,
): AppError {
  const about: AboutService = { source: call.source, url: shownUrl(call.url) }
  return new AppError(code, { ...about, ...details } as ErrorDetails[Code])
}
