import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/**
 * The OpenAPI document, and as pages at `/api/docs`: all of it comes from this server, and its scripts are files. Anybody
 * may read them, as they may read the document; what is tried out there needs what it needs elsewhere. To be set up
 * after the hooks that every request goes through.
 */
export async function documentation(http: FastifyInstance): Promise<void> {
  http.get('/api/openapi.json', { schema: { hide: true } }, async () => http.swagger())
  await http.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'Muster API' },
    uiConfig: {
      ...({ layout: 'BaseLayout', docExpansion: 'none', filter: true } as const),
      ...{ deepLinking: true, requestInterceptor: repeatingCsrf },
    },
  })
}

/** Sent to the browser as it stands, so it knows nothing of this file: says that a request comes from a page of ours. */
function repeatingCsrf<Sent>(request: Sent): Sent {
  const page: { cookie?: string } = Reflect.get(globalThis, 'document') ?? {}
  const token = /(?:^|; )(?:__Host-)?muster_csrf=([^;]*)/u.exec(page.cookie ?? '')?.[1]
  if (token === undefined) return request
  const headers = Reflect.get(Object(request), 'headers')
  return { ...request, headers: { ...headers, 'x-csrf-token': decodeURIComponent(token) } }
}
