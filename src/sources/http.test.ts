import dns from 'node:dns'
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { testOutside } from '../../test/support/outside.ts'
import { failureOf } from '../../test/support/read-cells.ts'
import { AppError } from '../lib/errors.ts'
import { HttpSettings } from './http/http-settings.ts'
import { type Authorizer, type HttpRequest, httpClient } from './http.ts'

type Settings = Partial<HttpSettings>
type Reply = (response: ServerResponse, request: IncomingMessage) => void

interface Received {
  readonly line: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A service on loopback that gives these replies in turn, the last of them for ever. */
interface Service {
  readonly url: string
  readonly received: Received[]
  readonly connections: () => number
}

const opened: Server[] = []
afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

async function serve(...replies: readonly Reply[]): Promise<Service> {
  const received: Received[] = []
  return listen(
    createServer((request, response) => {
      let body = ''
      request.setEncoding('utf8')
      request.on('data', (text) => {
        body += text
      })
      request.on('end', () => {
        received.push({ line: `${request.method} ${request.url}`, headers: request.headers, body })
        replies[Math.min(received.length, replies.length) - 1]?.(response, request)
      })
    }),
    { scheme: 'http', received },
  )
}

async function listen(
  server: Server,
  { scheme, received }: { scheme: string; received: Received[] },
): Promise<Service> {
  let connections = 0
  server.on('connection', () => {
    connections += 1
  })
  opened.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `${scheme}://127.0.0.1:${port}`, received, connections: () => connections }
}

const LOOPBACK = { allowPrivateAddress: true }
const DEVICES: HttpRequest = { method: 'GET', path: '/v2/devices' }
const WRITE: HttpRequest = { method: 'POST', path: '/v2/devices', json: { name: 'x' } }
const LISTING: HttpRequest = { ...WRITE, isSafe: true }

function client(
  url: string,
  { settings = LOOPBACK, authorizer }: { settings?: Settings; authorizer?: Authorizer } = {},
) {
  const outside = testOutside()
  const to = {
    source: 'vendor',
    baseUrl: url,
    settings: HttpSettings.parse({ ...LOOPBACK, ...settings }),
    ...(authorizer ? { authorizer } : {}),
  }
  return { ...httpClient(to, outside), outside }
}

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Reply =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
const raw =
  (body: string | Buffer, headers: Record<string, string | number> = {}, status = 200): Reply =>
  (response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
const broken: Reply = (response) => response.destroy()
const silent: Reply = () => {}
/** Begins an answer of 1,000 bytes and breaks the connection after ten. */
const short: Reply = (response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('[{"id":1},', () => response.destroy())
}
const OK = json([{ id: 1 }])

/** A token that each renewal replaces: token-1, token-2... */
function counting(): Authorizer & { readonly renewals: () => number } {
  let number = 1
  return {
    headers: async () => ({ authorization: `Bearer token-${number}` }),
    async renew() {
      number += 1
    },
    renewals: () => number - 1,
  }
}

describe('an answer', () => {
  it('comes with its status, headers and parsed body', async () => {
    const { url } = await serve(json({ id: 7 }, 201, { pagination: '{"totalItems":2}' }))
    const answer = await client(url).send(DEVICES)
    expect(answer).toMatchObject({ status: 201, body: { id: 7 } })
    expect(answer.headers.get('Pagination')).toBe('{"totalItems":2}')
  })

  it.each([
    ['nothing', raw('')],
    ['white space', raw(' \n')],
    ['nothing, said to be packed', raw('', { 'content-encoding': 'gzip' })],
    ['status 204', raw('', {}, 204)],
  ])('of %s has the body null', async (_name, reply) => {
    const { url } = await serve(reply)
    expect((await client(url).send(DEVICES)).body).toBeNull()
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('packed by %s is unpacked', async (packing, pack) => {
    const rows = Array.from({ length: 500 }, (_, id) => ({ id }))
    const { url, received } = await serve(
      raw(pack(JSON.stringify(rows)), { 'content-encoding': packing }),
    )
    expect((await client(url).send(DEVICES)).body).toEqual(rows)
    expect(received[0]?.headers['accept-encoding']).toContain(packing)
  })
})

describe('a request', () => {
  it('goes below the base address with its query, headers and body', async () => {
    const { url, received } = await serve(OK)
    const send = client(`${url}/portalapi/`).send
    await send({
      method: 'POST',
      path: 'Computer/List',
      query: { pageSize: 500, after: undefined, df: 'org = 7' },
      headers: { ManagedOrganizationId: 'g-1' },
      json: { pageNumber: 1 },
    })
    expect(received).toMatchObject([
      {
        line: 'POST /portalapi/Computer/List?pageSize=500&df=org+%3D+7',
        headers: { managedorganizationid: 'g-1', 'content-type': 'application/json' },
        body: '{"pageNumber":1}',
      },
    ])
  })

  it('sends a form', async () => {
    const { url, received } = await serve(OK)
    await client(url).send({ method: 'POST', path: '/token', form: { scope: 'a b' } })
    expect(received[0]).toMatchObject({
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '9' },
      body: 'scope=a+b',
    })
  })

  it('is named in a failure by origin and path, never by its query', async () => {
    const { url } = await serve(json({}, 404))
    const failed = await failureOf(client(url).send({ ...DEVICES, query: { q: 'private' } }))
    expect(failed.details).toMatchObject({ source: 'vendor', url: `${url}/v2/devices` })
  })
})

describe('the address of a service', () => {
  it('must be https', async () => {
    const { url, connections } = await serve(OK)
    expect(() => client(url, { settings: { allowPrivateAddress: false } })).toThrow(
      expect.objectContaining({ code: 'api.address-refused' }),
    )
    expect(connections()).toBe(0)
  })

  it('may not be a name that stands for a private address', async () => {
    const { url, connections } = await serve(OK)
    const named = url.replace('http://127.0.0.1', 'https://localhost')
    const { send } = client(named, { settings: { allowPrivateAddress: false } })
    expect(await failureOf(send(DEVICES))).toMatchObject({
      code: 'api.address-refused',
      details: { source: 'vendor', url: `${named}/v2/devices`, reason: 'private-address' },
    })
    expect(connections()).toBe(0)
  })

  it('is looked up and checked anew for each connection, so that a name cannot change behind it', async () => {
    const { url, connections } = await serve(OK)
    const named = url.replace('http://127.0.0.1', 'https://rebinding.example')
    const { send, outside } = client(named, { settings: { allowPrivateAddress: false } })
    const asked = await withNames([null, ['127.0.0.1']], async () => {
      expect(await failureOf(send(DEVICES))).toMatchObject({
        code: 'api.address-refused',
        details: { reason: 'private-address' },
      })
    })
    expect(asked).toEqual(['rebinding.example', 'rebinding.example'])
    expect(outside.waits).toHaveLength(1)
    expect(connections()).toBe(0)
  })

  it.each([
    ['127.0.0.1', '8.8.8.8'],
    ['8.8.8.8', '::1'],
    ['8.8.8.8', '::ffff:8.8.8.8'],
  ])('is refused when one of its addresses is not public: %s and %s', async (...addresses) => {
    const { send } = client('https://mixed.example', { settings: { allowPrivateAddress: false } })
    await withNames([addresses], async () => {
      expect((await failureOf(send(DEVICES))).code).toBe('api.address-refused')
    })
  })

  it('may be private, and without https, where a person allowed that', async () => {
    const { url } = await serve(OK)
    const named = url.replace('127.0.0.1', 'localhost')
    expect((await client(named).send(DEVICES)).status).toBe(200)
  })

  it('is encrypted, and refused where nobody vouches for its certificate', async () => {
    const { url } = await serveSecurely((_, response) => OK(response, _))
    const { send, outside } = client(url)
    expect(await failureOf(send(DEVICES))).toMatchObject({
      code: 'api.unreachable',
      details: { reason: 'certificate: DEPTH_ZERO_SELF_SIGNED_CERT' },
    })
    expect(outside.waits).toEqual([])
    const before = getCACertificates('default')
    setDefaultCACertificates([CERTIFICATE])
    try {
      expect((await client(url).send(WRITE)).body).toEqual([{ id: 1 }])
    } finally {
      setDefaultCACertificates(before)
    }
  })

  it('is unreachable where no encryption is spoken', async () => {
    const { url } = await serve(OK)
    const failed = await failureOf(client(url.replace('http:', 'https:')).send(DEVICES))
    expect(failed).toMatchObject({
      code: 'api.unreachable',
      details: { reason: 'secure-channel: EPROTO' },
    })
  })
})

describe('a redirect', () => {
  const to = (place: string, status = 302) => raw('', { location: place }, status)

  it('is followed on the same server, three times at most', async () => {
    const { url, received } = await serve(to('/a', 301), to('b?c=1', 307), to('/d', 308), OK)
    expect((await client(url, { authorizer: counting() }).send(DEVICES)).body).toEqual([{ id: 1 }])
    expect(received.map(({ line }) => line)).toEqual([
      'GET /v2/devices',
      'GET /a',
      'GET /b?c=1',
      'GET /d',
    ])
    expect(received[3]?.headers.authorization).toBe('Bearer token-1')
    const endless = await serve(to('/a'))
    expect(await failureOf(client(endless.url).send(DEVICES))).toMatchObject({
      code: 'api.refused',
      details: { status: 302, reason: 'too-many-redirects' },
    })
    expect(endless.received).toHaveLength(4)
  })

  it('with an account in it does not sign what is sent there', async () => {
    const { url, received } = await serve(
      (response, request) => to(`http://me:pass@${request.headers.host}/a`)(response, request),
      OK,
    )
    await client(url).send(DEVICES)
    expect(received[1]?.headers).not.toHaveProperty('authorization')
  })

  it('to another server is refused, and nothing is sent there', async () => {
    const other = await serve(OK)
    const { url } = await serve(to(`${other.url}/x?token=t`))
    const failed = await failureOf(client(url, { authorizer: counting() }).send(DEVICES))
    expect(failed).toMatchObject({
      code: 'api.address-refused',
      details: { source: 'vendor', url: `${other.url}/x`, reason: 'redirected-elsewhere' },
    })
    expect(other.connections()).toBe(0)
  })

  it('to the same host by another scheme is refused', async () => {
    const { url } = await serve(to('https://127.0.0.1/'))
    expect((await failureOf(client(url).send(DEVICES))).code).toBe('api.address-refused')
  })

  it.each([301, 302, 307, 308])('never sends a POST again (%i)', async (status) => {
    const { url, received } = await serve(to('/a', status), OK)
    expect(await failureOf(client(url).send(LISTING))).toMatchObject({
      code: 'api.refused',
      details: { status, reason: 'redirect-of-a-write' },
    })
    expect(received).toHaveLength(1)
  })

  it('leads from a POST to the answer that lies elsewhere', async () => {
    const { url, received } = await serve(to('/done', 303), OK)
    expect((await client(url).send(WRITE)).body).toEqual([{ id: 1 }])
    expect(received[1]).toMatchObject({ line: 'GET /done', body: '' })
    expect(received[1]?.headers).not.toHaveProperty('content-type')
  })

  it('without a place is named', async () => {
    const { url } = await serve(raw('', {}, 302))
    expect(await failureOf(client(url).send(DEVICES))).toMatchObject({
      code: 'api.unexpected',
      details: { problem: 'redirect-without-place' },
    })
  })
})

describe('a sign-in', () => {
  const dead = json({ error: 'invalid_token', error_description: 'expired' }, 401)

  it('is renewed once after a 401, and the request sent once more', async () => {
    const { url, received } = await serve(dead, OK)
    const authorizer = counting()
    expect((await client(url, { authorizer }).send(WRITE)).status).toBe(200)
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ])
  })

  it('that is refused twice is named, with what the service says', async () => {
    const { url, received } = await serve(dead)
    const { send, outside } = client(url, { authorizer: counting() })
    expect(await failureOf(send(DEVICES))).toMatchObject({
      code: 'api.sign-in-refused',
      details: { reason: 'invalid_token: expired' },
    })
    expect(received).toHaveLength(2)
    expect(outside.waits).toEqual([])
  })

  it('is refused at once where nobody can renew it', async () => {
    const { url, received } = await serve(dead)
    expect((await failureOf(client(url).send(DEVICES))).code).toBe('api.sign-in-refused')
    expect(received).toHaveLength(1)
  })

  it('is renewed once for all requests that found the same token dead', async () => {
    const byToken: Reply = (response, request) =>
      (request.headers.authorization === 'Bearer token-1' ? dead : OK)(response, request)
    const { url } = await serve(byToken)
    const authorizer = counting()
    const { send } = client(url, { authorizer })
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(DEVICES)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(authorizer.renewals()).toBe(1)
  })

  it('is fetched for one request at a time, so that none is fetched twice', async () => {
    const { url } = await serve(dead, OK)
    const calls: string[] = []
    const recorded = async (name: string) => {
      calls.push(`${name} begins`)
      await new Promise(setImmediate)
      calls.push(`${name} ends`)
    }
    const authorizer: Authorizer = {
      async headers() {
        await recorded('headers')
        return {}
      },
      renew: () => recorded('renew'),
    }
    const { send } = client(url, { authorizer })
    await Promise.all([send(DEVICES), send(DEVICES), send(DEVICES)])
    expect(calls).toHaveLength(10)
    for (const [place, call] of calls.entries()) {
      if (place % 2 === 1) expect(call).toBe(calls[place - 1]?.replace('begins', 'ends'))
    }
  })

  it('that lacks a right is named and not tried again', async () => {
    const { url, received } = await serve(json('View Computers is needed', 403))
    expect(await failureOf(client(url, { authorizer: counting() }).send(DEVICES))).toMatchObject({
      code: 'api.forbidden',
      details: { reason: 'View Computers is needed' },
    })
    expect(received).toHaveLength(1)
  })
})

describe('a service that asks for patience', () => {
  it.each([
    ['seconds', '17', 17_000],
    ['a date', 'Sat, 21 Nov 2026 03:00:09 GMT', 9_000],
  ])('is given it, told in %s', async (_name, header, wait) => {
    const { url } = await serve(json({}, 429, { 'retry-after': header }), OK)
    const { send, outside } = client(url)
    expect((await send(DEVICES)).status).toBe(200)
    expect(outside.waits).toEqual([wait])
  })

  it('is left alone for longer each time where it does not say how long', async () => {
    const busy = json({}, 429)
    const { url } = await serve(busy, busy, busy, OK)
    const { send, outside } = client(url)
    await send(DEVICES)
    expect(outside.waits).toEqual([500, 1_000, 2_000])
  })

  it('beyond the budget is named, with how long was waited', async () => {
    const { url, received } = await serve(json({}, 429, { 'retry-after': '40' }))
    const { send, outside } = client(url, { settings: { retrySeconds: 100 } })
    expect(await failureOf(send(DEVICES))).toEqual(
      new AppError('api.rate-limited', {
        source: 'vendor',
        url: `${url}/v2/devices`,
        waitedSeconds: 80,
      }),
    )
    expect(outside.waits).toEqual([40_000, 40_000])
    expect(received).toHaveLength(3)
  })

  it('for longer than the whole budget is not waited for at all', async () => {
    const { url, received } = await serve(json({}, 429, { 'retry-after': '3600' }))
    const { send, outside } = client(url)
    expect((await failureOf(send(DEVICES))).code).toBe('api.rate-limited')
    expect([outside.waits, received.length]).toEqual([[], 1])
  })

  it('while it fails is heard as well', async () => {
    const { url } = await serve(json({}, 503, { 'retry-after': '5' }), OK)
    const { send, outside } = client(url)
    await send(DEVICES)
    expect(outside.waits).toEqual([5_000])
  })
})

describe('what may pass', () => {
  it.each([
    ['status 408', json({}, 408)],
    ['status 500', json({}, 500)],
    ['status 502 with a page', raw('<html><title>Bad Gateway</title>', {}, 502)],
    ['a broken connection', broken],
    ['an answer that breaks off', short],
    ['JSON that breaks off', raw('[{"id":1},{"id"')],
    [
      'a packed answer that breaks off',
      raw(gzipSync('[1]').subarray(0, 12), { 'content-encoding': 'gzip' }),
    ],
    ['a packed answer that is damaged', raw('not packed', { 'content-encoding': 'gzip' })],
    ['silence', silent],
  ])('is tried again: %s', async (_name, reply) => {
    const { url, received } = await serve(reply, reply, OK)
    const { send, outside } = client(url, { settings: patience(reply, 1) })
    expect((await send(DEVICES)).body).toEqual([{ id: 1 }])
    expect(outside.waits).toEqual([500, 1_000])
    expect(received).toHaveLength(3)
  })

  it.each([
    ['api.failing', json({}, 503), { status: 503, tries: 4 }],
    ['api.failing', json({}, 408), { status: 408, tries: 4 }],
    ['api.unreachable', broken, { reason: 'connection-closed' }],
    ['api.truncated', short, { reason: 'bytes-missing: 10/1000' }],
    ['api.truncated', raw('{"results":['), { reason: 'json-ends-early' }],
    [
      'api.truncated',
      raw('[not packed]', { 'content-encoding': 'br' }),
      { reason: 'packing-broken' },
    ],
    [
      'api.truncated',
      raw(gzipSync('[1]').subarray(0, 12), { 'content-encoding': 'gzip' }),
      { reason: expect.stringMatching(/^closed-early: \d+$/u) },
    ],
    ['api.timed-out', silent, { seconds: 0.1 }],
  ] as const)('ends as %s where it stays beyond the budget', async (code, reply, details) => {
    const { url, received } = await serve(reply)
    const settings = { retrySeconds: 4, ...patience(reply, 0.1) }
    const { send, outside } = client(url, { settings })
    const failed = await failureOf(send(DEVICES))
    expect(failed).toMatchObject({ code, details: { url: `${url}/v2/devices`, ...details } })
    expect(outside.waits).toEqual([500, 1_000, 2_000])
    expect(received).toHaveLength(4)
  })

  it('ends a try in the middle of an answer that does not go on', async () => {
    const halting: Reply = (response) => {
      response.writeHead(200)
      response.write('[{"id":1},')
    }
    const { url } = await serve(halting)
    const settings = { retrySeconds: 0, timeoutSeconds: 0.1 }
    expect((await failureOf(client(url, { settings }).send(DEVICES))).code).toBe('api.timed-out')
  })

  it('names a service that is not there, after trying again', async () => {
    const { url } = await serve(OK)
    const server = opened.splice(0)[0]
    await new Promise((resolve) => server?.close(resolve))
    const { send, outside } = client(url, { settings: { retrySeconds: 1 } })
    expect(await failureOf(send(WRITE))).toMatchObject({
      code: 'api.unreachable',
      details: { reason: 'nothing-answers' },
    })
    expect(outside.waits).toEqual([500])
  })

  it('names what does not speak HTTP', async () => {
    const { url } = await serve((response) => response.socket?.end('220 mail ready\r\n'))
    expect(await failureOf(client(url).send(DEVICES))).toMatchObject({
      code: 'api.unreachable',
      details: { reason: 'not-http' },
    })
  })
})

describe('what stays', () => {
  it.each([
    [
      400,
      { error: 'invalid_grant', error_description: 'refresh token expired' },
      'invalid_grant: refresh token expired',
    ],
    [404, { resultCode: 'FAILURE', errorMessage: 'not_found', incidentId: 'sim-1' }, 'not_found'],
    [400, { errorMessage: { code: 'bad_df', params: ['org'] } }, 'bad_df (org)'],
    [
      417,
      { LoggerId: 'sim', StatusCode: 417, Message: 'Invalid Date Range' },
      'Invalid Date Range',
    ],
    [409, 'as it is', 'as it is'],
    [410, {}, 'no-reason'],
  ])('is not tried again: %i with %j', async (status, body, reason) => {
    const { url, received } = await serve(json(body, status))
    const { send, outside } = client(url)
    expect(await failureOf(send(LISTING))).toMatchObject({
      code: 'api.refused',
      details: { status, reason },
    })
    expect([received.length, outside.waits]).toEqual([1, []])
  })

  it('is named by the title of a page', async () => {
    const page = raw('<html><title>Not here</title></html>', { 'content-type': 'text/html' }, 404)
    const { url } = await serve(page)
    expect((await failureOf(client(url).send(DEVICES))).details).toMatchObject({
      reason: 'Not here',
    })
  })

  it('is named by the beginning of an answer that says itself how long it is', async () => {
    const { url } = await serve(raw(`refused ${'x '.repeat(100_000)}`, {}, 404))
    const { details } = await failureOf(client(url).send(DEVICES))
    expect(Object(details).reason).toMatch(/^refused x x /u)
  })

  it('is named by the beginning of a long answer, whose end is not waited for', async () => {
    const { url } = await serve((response) => {
      response.writeHead(404)
      response.write('refused '.repeat(20_000))
    })
    const failed = await failureOf(client(url, { settings: { timeoutSeconds: 5 } }).send(DEVICES))
    expect(failed).toMatchObject({ code: 'api.refused', details: { status: 404 } })
    expect(String(Object(failed.details).reason)).toMatch(/^refused refused .{150,190}…$/u)
  })
})

describe('a request that changes something', () => {
  it.each([
    ['api.failing', json({}, 503, { 'retry-after': '1' })],
    ['api.rate-limited', json({}, 429, { 'retry-after': '1' })],
    ['api.unreachable', broken],
    ['api.truncated', short],
    ['api.timed-out', silent],
  ])('is sent once when it ends as %s', async (code, reply) => {
    const settings = patience(reply, 0.2)
    for (const request of [WRITE, { ...WRITE, method: 'PATCH' } as const]) {
      const { url, received } = await serve(reply, OK)
      const { send, outside } = client(url, { settings })
      expect((await failureOf(send(request))).code).toBe(code)
      expect([received.length, outside.waits]).toEqual([1, []])
    }
  })

  it('is sent again where it is said to be safe', async () => {
    for (const reply of [json({}, 503), broken, short]) {
      const { url, received } = await serve(reply, OK)
      expect((await client(url).send(LISTING)).body).toEqual([{ id: 1 }])
      expect(received.map(({ body }) => body)).toEqual(['{"name":"x"}', '{"name":"x"}'])
    }
  })

  it('is sent again where nothing of it had left', async () => {
    const { url, received } = await serve(OK)
    const named = url.replace('127.0.0.1', 'slow-name.example')
    await withNames([null, ['127.0.0.1']], async () => {
      const { send, outside } = client(named)
      expect((await send(WRITE)).status).toBe(200)
      expect([received.length, outside.waits]).toEqual([1, [500]])
    })
  })

  it('never goes over a connection that another request left behind', async () => {
    const { url, connections } = await serve(OK)
    const { send } = client(url)
    await send(DEVICES)
    await send(DEVICES)
    expect(connections()).toBe(1)
    await send(WRITE)
    expect(connections()).toBe(2)
  })
})

describe('an answer that is no data', () => {
  it.each([
    ['html', '<html><body>Sign in</body></html>', '<html><body>Sign in</body></html>'],
    ['xml', '<?xml version="1.0"?><e/>', '<?xml version="1.0"?><e/>'],
    ['plain-text', 'Welcome', 'Welcome'],
    ['plain-text', '[1] and more', '[1] and more'],
  ])('is named with what it looks like and how it begins: %s', async (looksLike, body, excerpt) => {
    const { url, received } = await serve(raw(body))
    expect(await failureOf(client(url).send(DEVICES))).toMatchObject({
      code: 'api.not-json',
      details: { looksLike, excerpt },
    })
    expect(received).toHaveLength(1)
  })

  it('is quoted with at most 120 characters', async () => {
    const { url } = await serve(raw(`<p>${'word '.repeat(200)}`))
    const { details } = await failureOf(client(url).send(DEVICES))
    expect(Object(details).excerpt).toHaveLength(120)
  })

  it.each([
    [
      'bytes that are no text',
      raw(Buffer.from([0x22, 0xf1, 0x22]), { 'content-type': 'application/json' }),
      'not-text-of: utf-8',
    ],
    [
      'a packing nobody asked for',
      raw('x', { 'content-encoding': 'zstd' }),
      'packing-unknown: zstd',
    ],
  ])('is not guessed at: %s', async (_name, reply, problem) => {
    const { url } = await serve(reply)
    expect(await failureOf(client(url).send(DEVICES))).toMatchObject({
      code: 'api.unexpected',
      details: { problem },
    })
  })
})

describe('an answer that is too large', () => {
  const settings = { maxAnswerBytes: 100_000 }
  const expected = { code: 'api.too-large', details: { limit: 100_000 } }

  it('is refused before it is read where it says so', async () => {
    const { url } = await serve((response) => {
      response.writeHead(200, { 'content-length': '100001' })
      response.flushHeaders()
    })
    expect(await failureOf(client(url, { settings }).send(DEVICES))).toMatchObject(expected)
  })

  it('is left where it passes the limit', async () => {
    const closed = Promise.withResolvers<void>()
    const { url } = await serve((response) => {
      response.on('close', () => closed.resolve())
      response.writeHead(200)
      endless(response, `[${'1,'.repeat(5_000)}`)
    })
    expect(await failureOf(client(url, { settings }).send(DEVICES))).toMatchObject(expected)
    await closed.promise
  })

  it('is measured unpacked', async () => {
    for (const [packing, pack] of [
      ['gzip', gzipSync],
      ['br', brotliCompressSync],
    ] as const) {
      const packed = pack(Buffer.alloc(50_000_000, 0x20))
      expect(packed.length).toBeLessThan(100_000)
      const { url } = await serve(raw(packed, { 'content-encoding': packing }))
      expect(await failureOf(client(url, { settings }).send(DEVICES))).toMatchObject(expected)
    }
  })

  it('is one byte more than the largest that is taken', async () => {
    const body = `"${'x'.repeat(99_998)}"`
    const { url } = await serve(raw(body), raw(`${body} `))
    const { send } = client(url, { settings })
    expect((await send(DEVICES)).body).toHaveLength(99_998)
    expect((await failureOf(send(DEVICES))).code).toBe('api.too-large')
  })
})

describe('all requests of a client', () => {
  it('are paced together, after a small burst', async () => {
    const { url } = await serve(OK)
    const { send, outside } = client(url, { settings: { requestsPerMinute: 60, concurrency: 1 } })
    await Promise.all(Array.from({ length: 6 }, () => send(DEVICES)))
    expect(outside.waits).toEqual([1_000, 1_000, 1_000])
  })

  it('count towards the pace when they are tried again', async () => {
    const { url } = await serve(json({}, 500), OK)
    const { send, outside } = client(url, { settings: { requestsPerMinute: 6 } })
    await send(DEVICES)
    expect(outside.waits).toEqual([500, 9_500])
  })

  it('are under way in no greater number than allowed, and in no smaller one', async () => {
    let [underWay, most] = [0, 0]
    const held: (() => void)[] = []
    const { url } = await serve((response, request) => {
      underWay += 1
      most = Math.max(most, underWay)
      held.push(() => {
        underWay -= 1
        OK(response, request)
      })
      // Both slots are filled: what is let in beyond them would be there by then.
      if (held.length === 2) setTimeout(() => release(held.splice(0)), 50)
    })
    const { send } = client(url, { settings: { concurrency: 2 } })
    await Promise.all(Array.from({ length: 6 }, () => send(DEVICES)))
    expect(most).toBe(2)
  })

  it('leave no slot taken behind when they fail', async () => {
    const { url } = await serve(json({}, 404), json({}, 404), OK)
    const { send } = client(url, { settings: { concurrency: 1 } })
    await expect(send(DEVICES)).rejects.toThrow()
    await expect(send(DEVICES)).rejects.toThrow()
    expect((await send(DEVICES)).status).toBe(200)
  })
})

describe('a secret', () => {
  const SECRETS = ['bearer-5ecret', 'client-5ecret', 'refresh-5ecret', 'pass word 5ecret']
  const echo =
    (status: number, wrap: (text: string) => string): Reply =>
    (response) => {
      response.writeHead(status)
      response.end(wrap(SECRETS.map((it) => `${it} ${encodeURIComponent(it)}`).join(' ')))
    }
  const asMessage = (text: string) => JSON.stringify({ message: text })

  it.each([
    ['a refusal', echo(400, asMessage)],
    ['a refused sign-in', echo(401, asMessage)],
    ['a missing right', echo(403, asMessage)],
    ['a page', echo(200, (text) => `<p>${text}`)],
    ['broken JSON', echo(200, (text) => `{${text}}`)],
    ['text', echo(200, (text) => text)],
    ['a redirect', raw('', { location: 'https://elsewhere.example/x?token=bearer-5ecret' }, 302)],
    ['a broken connection', broken],
  ])('of the request is in no failure that comes of %s', async (_name, reply) => {
    const { url } = await serve(reply)
    const authorizer: Authorizer = {
      headers: async () => ({ authorization: 'Bearer bearer-5ecret' }),
      renew: async () => {},
    }
    const { send } = client(url, { authorizer, settings: { retrySeconds: 0 } })
    const error: unknown = await send({
      method: 'POST',
      path: '/token',
      query: { token: 'refresh-5ecret' },
      form: {
        client_secret: 'client-5ecret',
        refresh_token: 'refresh-5ecret',
        password: 'pass word 5ecret',
      },
    }).catch((error) => error)
    expect(error).toBeInstanceOf(AppError)
    expect(everythingOf(error)).not.toMatch(/5ecret/u)
    expect(everythingOf(error)).toContain('vendor')
  })

  it('that cannot be sent is refused without being told', async () => {
    const { url, connections } = await serve(OK)
    const authorizer: Authorizer = {
      headers: async () => ({ authorization: '“bearer-5ecret”' }),
      renew: async () => {},
    }
    const failed = await failureOf(client(url, { authorizer }).send(DEVICES))
    expect(failed).toMatchObject({
      code: 'api.sign-in-refused',
      details: { reason: 'unsendable-header: authorization' },
    })
    expect(everythingOf(failed)).not.toMatch(/5ecret/u)
    expect(connections()).toBe(0)
  })
})

function release(held: readonly (() => void)[]): void {
  for (const answer of held) answer()
}

/** What could be logged of an error: message, stack, details, and the same of its causes. */
function everythingOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const own = Object.getOwnPropertyNames(error).map((name) => JSON.stringify(Object(error)[name]))
  return [error.message, error.stack, ...own, everythingOf(error.cause ?? '')].join('\n')
}

/** Writes as long as the connection takes it. */
function endless(response: ServerResponse, text: string): void {
  const more = () => {
    while (!response.destroyed && response.write(text));
  }
  response.on('drain', more)
  more()
}

/** Answers look-ups of names in turn while some work is done; null is a failure that may pass. */
async function withNames(
  answers: readonly (readonly string[] | null)[],
  work: () => Promise<void>,
): Promise<string[]> {
  const asked: string[] = []
  const { lookup } = dns
  const answer = (
    name: string,
    options: dns.LookupOptions,
    callback: (...found: unknown[]) => void,
  ) => {
    const addresses = answers[asked.length]
    asked.push(name)
    if (!addresses) return callback(Object.assign(new Error(name), { code: 'EAI_AGAIN' }))
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all) callback(null, found)
    else callback(null, found[0]?.address, found[0]?.family)
  }
  Object.assign(dns, { lookup: answer })
  syncBuiltinESMExports()
  try {
    await work()
  } finally {
    Object.assign(dns, { lookup })
    syncBuiltinESMExports()
  }
  return asked
}

async function serveSecurely(reply: RequestListener): Promise<Service> {
  const server = createSecureServer({ cert: CERTIFICATE, key: KEY }, reply)
  const { url, ...service } = await listen(server, { scheme: 'https', received: [] })
  return { ...service, url: url.replace('127.0.0.1', 'localhost') }
}

/** Invented, and of use for these tests only: signs itself for localhost from 2020 to 2120. */
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBYjCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPhdt2YhAZdM+eWi
a3LP7n4/r/3Y9Tu82OCgsA+3Ql6VWT05padCSzlwDNIOmZTiCJy7TZtkukRHfVjf
D89gHsGjSDBGMBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAPBgNVHRMBAf8EBTADAQH/
MB0GA1UdDgQWBBSrY1CL3T1j7elBP9dJYEtb/P+I7jAKBggqhkjOPQQDAgNJADBG
AiEAjGnhTNeoyuYwQTzTif/MUbb3hNUC8P2ta1OVVR457jgCIQCHCuuOu3bmfGTg
Tvev0eoTu1gpvcxTopt/b7zZ4oBSYw==
-----END CERTIFICATE-----`
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgHLUGULL2+TNdh/mP
la5tUBZh4Drm6QAiS1okeHNkACihRANCAAT4XbdmIQGXTPnlomtyz+5+P6/92PU7
vNjgoLAPt0JelVk9OaWnQks5cAzSDpmU4gicu02bZLpER31Y3w/PYB7B
-----END PRIVATE KEY-----`

/** Short where nothing will come; long where a busy machine may only be slow to answer. */
function patience(reply: Reply, seconds: number) {
  return { timeoutSeconds: reply === silent ? seconds : 20 }
}
