const FIRST_CEILING_MS = 1_000
const LAST_CEILING_MS = 60_000
/** A wait is never less than this share of its ceiling, so that the tries of one request are few. */
const LEAST_SHARE = 0.1

const SECONDS = /^\d+(?:\.\d+)?$/u
const HTTP_DATE = /^(?:\w{3}, \d{2} \w{3} \d{4}|\w{6,9}, \d{2}-\w{3}-\d{2}) \d{2}:\d{2}:\d{2} GMT$/u
const ASCTIME = /^\w{3} \w{3} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/u

/** A request that failed in a way that may pass. */
export interface Waited {
  /** Times it has been tried again so far. */
  readonly retries: number
  readonly waitedMs: number
  /** What the service asked for; null when it asked for nothing. */
  readonly askedMs: number | null
  /** 0 to below 1. */
  readonly random: number
}

/** How long to wait before the next try, in milliseconds; null when that is beyond the budget. */
export function retryWait(waited: Waited, retrySeconds: number): number | null {
  const wait = waited.askedMs ?? backoff(waited.retries, waited.random)
  return waited.waitedMs + wait > retrySeconds * 1_000 ? null : wait
}

/** Exponential back-off with full jitter, in milliseconds. */
function backoff(retries: number, random: number): number {
  const ceiling = Math.min(LAST_CEILING_MS, FIRST_CEILING_MS * 2 ** retries)
  return Math.round(ceiling * Math.max(LEAST_SHARE, random))
}

/**
 * What `Retry-After` asks for, given as seconds or as an HTTP date, in milliseconds; null when it
 * cannot be read, or asks for no wait at all.
 */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? ''
  const milliseconds = SECONDS.test(text)
    ? Number(text) * 1_000
    : (httpDate(text) ?? 0) - now.getTime()
  return milliseconds > 0 && Number.isFinite(milliseconds) ? Math.ceil(milliseconds) : null
}

function httpDate(text: string): number | null {
  const date = ASCTIME.test(text) ? `${text} GMT` : text
  return HTTP_DATE.test(text) || date !== text ? Date.parse(date) : null
}
