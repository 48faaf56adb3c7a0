import { timingSafeEqual } from 'node:crypto'

/** The header that repeats what only a page of ours can read. */
export const CSRF_HEADER = 'x-csrf-token'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a request may change something, so that nobody but a page of ours may have a browser send it. */
export function changesSomething(method: string): boolean {
  return !SAFE_METHODS.has(method)
}

/** What a browser tells of the page a request comes from. */
export interface Origin {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  /** Host and port the request was sent to. */
  readonly host: string
  /** Names under which people reach the server. */
  readonly hosts: readonly string[]
}

/** Whether a request comes from a page of this server, or from no page at all. */
export function isFromHere({ origin, fetchSite, host, hosts }: Origin): boolean {
  if (origin === undefined) {
    return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
  }
  if (!URL.canParse(origin)) return false // `null`: a page that hides where it is from
  const from = new URL(origin)
  return from.host === host || hosts.includes(from.hostname)
}

/** Whether the header repeats the token, compared in the same time whatever it says. */
export function isRepeated(token: string | undefined, header: unknown): boolean {
  if (token === undefined || token === '' || typeof header !== 'string') return false
  const [one, other] = [Buffer.from(token), Buffer.from(header)]
  return one.length === other.length && timingSafeEqual(one, other)
}
