import type { FastifyInstance } from 'fastify'

/** Keeps whatever the API answers out of every cache; an ETag still spares sending what has not changed. */
export function keepFromCaches(http: FastifyInstance): void {
  http.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
  })
}
