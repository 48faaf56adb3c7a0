import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RawRequestDefaultExpression,
} from 'fastify'
import { AppError } from '../lib/errors.ts'
import { docsPages } from './docs-pages.ts'
import { notBuilt } from './not-built.ts'

const BUILT = join(import.meta.dirname, '../../web/dist')
const PAGE = 'index.html'

/** What is ours to answer as data alone, whoever asks. */
const NO_PAGES = /^\/(?:api|health|ready|metrics)(?:\/|$)/u
/** A file that was asked for by its name is there or is not. */
const FILE = /\.[a-z0-9]+$/iu

const OPENED_BY_BROWSER = 'by a browser'

/** `/metrics` is a screen to a browser that opens it, and what is measured to whoever else asks. */
const OPENED = {
  name: 'opened',
  storage: oneHandlerByValue,
  validate: () => {},
  deriveConstraint: ({ headers }: RawRequestDefaultExpression) =>
    headers.authorization === undefined && (headers.accept ?? '').includes('text/html')
      ? OPENED_BY_BROWSER
      : undefined,
}

function oneHandlerByValue() {
  const handlers = new Map<unknown, never>()
  return {
    get: (value: unknown) => handlers.get(value) ?? null,
    set: (value: unknown, handler: never) => void handlers.set(value, handler),
  }
}

/** Serves the web app: its files, and its page under every address that is a screen of it. */
export async function webApp(http: FastifyInstance, folder = BUILT): Promise<void> {
  await http.register(fastifyStatic, { root: folder, serve: false, preCompressed: true })

  http.get('/assets/*', { schema: { hide: true } }, async (request, reply) => {
    const file = pathOf(request)
    if (!existsSync(join(folder, 'assets')) || file.includes('..')) throw unknownRoute(request)
    reply.header('x-content-type-options', 'nosniff')
    return reply.sendFile(file.slice(1), { maxAge: '365d', immutable: true })
  })

  http.get('/icon.svg', { schema: { hide: true } }, async (_request, reply) =>
    reply.sendFile('icon.svg', { maxAge: '1d' }),
  )

  docsPages(http, folder)

  http.addConstraintStrategy(OPENED)
  const opened = { [OPENED.name]: OPENED_BY_BROWSER }
  http.get('/metrics', { schema: { hide: true }, constraints: opened }, async (_request, reply) =>
    page(reply, folder),
  )

  http.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (!wantsPage(request)) throw unknownRoute(request)
    return page(reply, folder)
  })
}

function page(reply: FastifyReply, folder: string): FastifyReply {
  reply.header('cache-control', 'no-cache')
  if (!existsSync(join(folder, PAGE))) return notBuilt(reply)
  return reply.sendFile(PAGE, { cacheControl: false })
}

function wantsPage(request: FastifyRequest): boolean {
  const path = pathOf(request)
  if (NO_PAGES.test(path) || FILE.test(path)) return false
  return (request.headers.accept ?? '').includes('text/html')
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?')[0] ?? ''
}

function unknownRoute(request: FastifyRequest): AppError {
  return new AppError('request.unknown-route', { method: request.method, path: pathOf(request) })
}
