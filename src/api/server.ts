import { randomUUID } from 'node:crypto'
import etag from '@fastify/etag'
import helmet from '@fastify/helmet'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
} from 'fastify-type-provider-zod'
import type { RouteAccess } from '../contract/route.ts'
import type { Language } from '../language/language.ts'
import { AppError } from '../lib/errors.ts'
import { type AccessDesk, openAccessDesk } from './access-desk.ts'
import type { Api } from './api.ts'
import { auditRoutes } from './audit.ts'
import { documentation } from './browsable-docs.ts'
import type { Caller } from './caller.ts'
import { dailyWorkRoutes } from './daily-work.ts'
import { type EventLines, eventLines } from './event-lines.ts'
import { assertMay } from './handle.ts'
import { healthRoutes } from './health.ts'
import { identify, identifyAgain } from './identify.ts'
import { loggedRequest } from './logged-request.ts'
import { metricsPage } from './metrics-page.ts'
import { keepFromCaches } from './no-store.ts'
import { openIdRoutes } from './openid.ts'
import { peopleRoutes } from './people.ts'
import { problemOf } from './problem.ts'
import { rateLimits } from './rate-limits.ts'
import { answersOf, type RememberedAnswers } from './remembered-answers.ts'
import { requestLanguage } from './request-language.ts'
import { assertOwnPassword, signInRoutes } from './sign-in.ts'
import { limitBodyTimes } from './slow-body.ts'
import { spokenValidator } from './spoken-validation.ts'
import { spoolFor } from './spool.ts'
import { tokenRoutes } from './tokens.ts'
import { isTrustedHost } from './trusted-host.ts'
import { tellUnroutable } from './unroutable.ts'
import { webApp } from './web-app.ts'
import { withoutNames } from './withheld-names.ts'

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
    language: Language
  }
  interface FastifyInstance {
    eventLines: EventLines
    answers: RememberedAnswers
    /** Who sent a request, as they stand now; null where they may no longer come in. */
    lookAgain(request: FastifyRequest): Promise<Caller | null>
  }
  interface FastifyContextConfig {
    access?: RouteAccess
    /** Whether a stranger's request costs more than an answer from memory. */
    isCostly?: boolean
    /** Whether its body is read as it comes, and may take its time. */
    takesFile?: boolean
  }
}

/** Of a request that is no upload. */
const MOST_BODY_BYTES = 1_048_576
/** Headers come at once, or the connection is somebody's who holds it open. */
const HEADERS_TIMEOUT_MS = 15_000
/** How often connections are looked through for that. */
const LOOK_FOR_SLOW_MS = 5_000
/** A file of gigabytes over a slow line takes its time. */
const REQUEST_TIMEOUT_MS = 3_600_000

/** The HTTP server without a port: whoever made it lets it listen, or sends requests to it directly. */
export async function createServer(api: Api): Promise<FastifyInstance> {
  const { settings, log, app } = api
  const http = Fastify({
    loggerInstance: log.child({}, { serializers: { req: loggedRequest } }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: LOOK_FOR_SLOW_MS },
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    frameworkErrors: tellUnroutable(app.language),
  })
  http.server.maxConnections = settings.maxConnections
  http.setValidatorCompiler(spokenValidator)
  http.setSerializerCompiler(serializerCompiler)
  http.decorateRequest('caller', null)
  http.decorateRequest('language', app.language)
  tellProblems(http, app.language)
  limitBodyTimes(http)
  metricsPage(http, api)
  await http.register(helmet, { contentSecurityPolicy: POLICY, hsts: settings.isBehindTls })
  await http.register(etag)
  await describeRoutes(http, app.version)
  sendAwayOnceClosing(http)
  const desk = openAccessDesk(api)
  await desk.cookies.register(http)
  http.decorate('eventLines', eventLines())
  rememberAnswers(http, api)
  const { maxUploads: perServer, maxUploadsPerCaller: perCaller } = settings
  spoolFor(http, { order: { root: app.spoolFolder, limits: { perServer, perCaller } }, log })
  http.decorate('lookAgain', (request) => api.identify?.(request) ?? identifyAgain(desk, request))
  const limits = await rateLimits(http, app.access.requestsPerMinute)
  http.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
    request.language = requestLanguage(request.headers['accept-language'], app.language)
    if (!isTrustedHost(request.hostname, settings.hosts)) {
      throw new AppError('request.unknown-host', { host: request.hostname })
    }
    await limits.assertAddress(request)
    request.caller = await (api.identify?.(request) ?? identify(desk, request))
    if (request.caller) request.log = request.log.child({ who: request.caller.name })
    await limits.assertCaller(request)
    assertOwnPassword(request)
    assertMay(request.caller, request.routeOptions.config.access ?? 'anybody')
  })
  keepFromCaches(http)
  healthRoutes(http, api)
  dailyWorkRoutes(http, api)
  accessRoutes(http, desk, app.settings.timeZone)
  await documentation(http)
  await webApp(http)
  return http
}

/** What the server takes and answers, as OpenAPI. */
async function describeRoutes(http: FastifyInstance, version: string): Promise<void> {
  await http.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Muster', version, license: { name: 'MIT' } },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'muster_access' },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
}

/** Whoever is answered while the server closes keeps no connection, on which it would wait for them. */
function sendAwayOnceClosing(http: FastifyInstance): void {
  let isClosing = false
  http.addHook('preClose', async () => {
    isClosing = true
  })
  http.addHook('onSend', async (_request, reply) => {
    if (isClosing) reply.header('connection', 'close')
  })
}

/** Whoever changed something is told of it at once, however long news of it takes. */
function rememberAnswers(http: FastifyInstance, { app, answers = answersOf(app) }: Api) {
  http.decorate('answers', answers)
  http.addHook('onSend', async ({ method, routeOptions }) => {
    const { access = 'anybody' } = routeOptions.config
    if (!READING.has(method) && access !== 'anybody') answers.changed()
  })
}

const READING: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Who may come in, and what was done. */
function accessRoutes(http: FastifyInstance, desk: AccessDesk, timeZone: string): void {
  signInRoutes(http, desk)
  openIdRoutes(http, desk)
  peopleRoutes(http, desk)
  tokenRoutes(http, desk)
  auditRoutes(http, desk, timeZone)
}

/** Everything comes from this server, and no script stands in a page. */
const POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    upgradeInsecureRequests: null,
  },
}

/** What somebody may not do, or tries too often. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 421, 429])

function tellProblems(http: FastifyInstance, language: Language): void {
  http.setErrorHandler((error, request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const problem = problemOf(withoutNames(error, request.caller), {
      ...{
        requestId: request.id,
        language: request.language ?? language,
        method: request.method,
        path,
        mediaType: request.headers['content-type'] ?? '',
      },
      mostBytes: MOST_BODY_BYTES,
    })
    const seconds = retryAfterOf(problem.details)
    if (seconds !== null) reply.header('retry-after', seconds)
    if (problem.status === 408) reply.header('connection', 'close')
    if (REFUSED.has(problem.status)) request.log.warn({ code: problem.code }, 'refused')
    if (problem.status >= 500) request.log.error({ err: error, code: problem.code }, 'failed')
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem))
  })
  http.setNotFoundHandler((request) => {
    const path = request.url.split('?')[0] ?? ''
    throw new AppError('request.unknown-route', { method: request.method, path })
  })
}

/** When a request that came too soon may come again, in seconds; null of any other failure. */
function retryAfterOf(details: unknown): number | null {
  if (typeof details !== 'object' || details === null) return null
  const told = 'retryAfterSeconds' in details ? details.retryAfterSeconds : null
  return typeof told === 'number' ? told : null
}
