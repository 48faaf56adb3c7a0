import { setTimeout as sleep } from 'node:timers/promises'
import type { ProviderFetch } from '../access/openid/client.ts'
import { AppError } from '../lib/errors.ts'
import { isLoopback } from '../lib/loopback.ts'
import { shownUrl } from '../sources/http/request-url.ts'
import { type HttpClient, httpClient } from '../sources/http.ts'

const SETTINGS = {
  timeoutSeconds: 10,
  requestsPerMinute: 600,
  concurrency: 8,
  retrySeconds: 0,
  maxAnswerBytes: 1_048_576,
}
const SOURCE = 'openid'

const OUTSIDE = {
  now: () => new Date(),
  random: () => Math.random(),
  sleep: (milliseconds: number) => sleep(milliseconds),
  tokens: { load: async () => null, save: async () => {} },
}

/**
 * The way to a provider: the same guard as for sources, so that nothing it says of itself leads into a private
 * network unless that is allowed, and never without https beyond this machine.
 */
export function providerFetch({
  allowPrivateAddress,
}: {
  readonly allowPrivateAddress: boolean
}): ProviderFetch {
  const clients = new Map<string, HttpClient>()
  const clientTo = ({ origin }: URL): HttpClient => {
    const settings = { ...SETTINGS, allowPrivateAddress }
    const known = clients.get(origin)
    const client = known ?? httpClient({ source: SOURCE, baseUrl: origin, settings }, OUTSIDE)
    if (known === undefined && clients.size < 8) clients.set(origin, client)
    return client
  }
  return async (address, { method, headers, body }) => {
    const url = new URL(address)
    assertProtected(url)
    const { status, body: answer } = await clientTo(url).send({
      method: method === 'POST' ? 'POST' : 'GET',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers,
      ...(body instanceof URLSearchParams ? { form: Object.fromEntries(body) } : {}),
    })
    const told = { status, headers: { 'content-type': 'application/json' } }
    return new Response(answer === null ? null : JSON.stringify(answer), told)
  }
}

/** Throws `api.address-refused` for an address whose answers others could read or alter. */
function assertProtected(url: URL): void {
  if (url.protocol === 'https:' || isLoopback(url.hostname)) return
  const details = { source: SOURCE, url: shownUrl(url), reason: 'not-https' } as const
  throw new AppError('api.address-refused', details)
}
