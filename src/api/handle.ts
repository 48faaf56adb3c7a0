import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { operationId } from '../contract/operation-id.ts'
import { Problem } from '../contract/problem.ts'
import { FILE_TYPES, type FileType, type RouteAccess, type route } from '../contract/route.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'
import { assertSites } from './site-limit.ts'

export type AnyRoute = ReturnType<typeof route<z.ZodType, z.ZodType, z.ZodType, z.ZodType>>

type Told<Schema> =
  NonNullable<Schema> extends z.ZodType ? z.output<NonNullable<Schema>> : undefined

/** A request that was understood, and who sent it. */
export interface RouteRequest<R extends AnyRoute> {
  readonly params: Told<R['params']>
  readonly query: Told<R['query']>
  readonly body: Told<R['body']>
  /** Null where nobody is signed in, which only routes for anybody are reached by. */
  readonly caller: Caller | null
  readonly language: Language
  readonly raw: FastifyRequest
}

/** Serves a route: the request is checked on the way in, and the answer on the way out. */
export function handle<R extends AnyRoute>(
  http: FastifyInstance,
  declared: R,
  run: (request: RouteRequest<R>) => Promise<z.input<R['response']>>,
): void {
  const { response, status = 200 } = declared
  http.route({
    ...optionsOf(declared, { [status]: response }),
    handler: async (request, reply) => reply.code(status).send(await run(understood(request))),
  })
}

/** A file as an answer, sent while it is made. */
export interface FileAnswer {
  readonly fileName: string
  readonly content: AsyncIterable<string | Uint8Array>
  /** One of those the route declares; its first unless given. */
  readonly type?: FileType
}

/** Serves a route whose answer is a file. What fails before its first piece is told as of any other. */
export function handleFile<R extends AnyRoute>(
  http: FastifyInstance,
  declared: R,
  run: (request: RouteRequest<R>) => Promise<FileAnswer>,
): void {
  const { produces = ['text/csv'] } = declared
  const schema = z.string()
  const content = Object.fromEntries(produces.map((type) => [type, { schema }]))
  http.route({
    ...optionsOf(declared, { 200: { description: 'A file.', content } }),
    exposeHeadRoute: false, // it would make the whole file to send none of it
    handler: async (request, reply) => {
      const { type = produces[0], ...file } = await run(understood(request))
      return sendFile(reply.type(type === FILE_TYPES.xlsx ? type : `${type}; charset=utf-8`), file)
    },
  })
}

/** Serves a route that sends a browser on: what it answers is the address. */
export function handleRedirect<R extends AnyRoute>(
  http: FastifyInstance,
  declared: R,
  run: (request: RouteRequest<R>, reply: FastifyReply) => Promise<string>,
): void {
  http.route({
    ...redirectOptions(declared),
    handler: async (request, reply) => reply.redirect(await run(understood(request), reply), 302),
  })
}

function redirectOptions(declared: AnyRoute) {
  const options = optionsOf(declared, { 302: declared.response })
  return { ...options, config: { ...options.config, isCostly: true } }
}

async function sendFile(
  reply: FastifyReply,
  { fileName, content }: FileAnswer,
): Promise<FastifyReply> {
  const pieces = content[Symbol.asyncIterator]()
  const first = await pieces.next()
  async function* all() {
    if (!first.done) yield first.value
    yield* { [Symbol.asyncIterator]: () => pieces }
  }
  const named = encodeURIComponent(fileName).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  reply.header('content-disposition', `attachment; filename*=UTF-8''${named}`)
  const stream = Readable.from(all(), { objectMode: false })
  stream.once('close', () => void pieces.return?.()) // also where nobody took anything
  return reply.send(stream)
}

const PROBLEM = {
  description: 'Why it was not done.',
  content: { 'application/problem+json': { schema: Problem } },
}

/** What the server is told of a route. */
export function optionsOf(declared: AnyRoute, answers: object): Omit<RouteOptions, 'handler'> {
  const { method, path, summary, tag, access, params, query, body, consumes } = declared
  return {
    method,
    url: path.replaceAll(/\{(\w+)\}/gu, ':$1'),
    schema: {
      ...{ operationId: operationId(declared), summary, tags: [tag] },
      ...{ 'x-access': access, 'x-split-by-site': declared.isSplitBySite ?? false },
      response: { ...answers, default: PROBLEM },
      ...(params ? { params } : {}),
      ...(query ? { querystring: query } : {}),
      ...(body ? { body } : {}),
      ...(consumes ? { consumes: [...consumes] } : {}),
      ...(access === 'anybody' ? { security: [] } : {}),
    },
    config: { access, takesFile: consumes !== undefined },
    onRequest: async ({ caller }) => assertSites(caller, declared),
  }
}

/** A request as its route declares it. */
export function understood<R extends AnyRoute>(request: FastifyRequest): RouteRequest<R> {
  return {
    params: request.params as Told<R['params']>, // checked by the schema of the route
    query: request.query as Told<R['query']>,
    body: request.body as Told<R['body']>,
    caller: request.caller,
    language: request.language,
    raw: request,
  }
}

/** Throws `request.not-signed-in` or `request.not-allowed` unless the caller may. */
export function assertMay(caller: Caller | null, access: RouteAccess): void {
  if (access === 'anybody') return
  if (caller === null) throw new AppError('request.not-signed-in', {})
  if (access === 'signed-in' || caller.permissions.has(access)) return
  throw new AppError('request.not-allowed', { needs: access })
}
