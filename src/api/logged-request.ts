import type { FastifyRequest } from 'fastify'

/** What the log keeps of a request: never its query, where a provider's code stands, or its headers. */
export function loggedRequest({ method, url, host, ip }: FastifyRequest) {
  return { method, url: url.split('?')[0], host, remoteAddress: ip }
}
