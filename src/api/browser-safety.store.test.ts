import { mkdtemp, rm } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { accessServer, addPerson, PASSWORD } from '../../test/support/access-server.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { peopleStore } from '../access/people/store.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-safety-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const server = await accessServer({ folder, database, settings: { server: { isBehindTls: true } } })
afterAll(() => server.close())
await peopleStore(database).createFirst(server.app.now())
await addPerson(server, 'vera', { role: 'viewer' })

it.each(['GET /api/session', 'GET /api/nowhere', 'GET /healthz', 'GET /api/openapi.json'])(
  '%s is answered with every header that restrains a browser',
  async (route) => {
    const { headers } = await server.call(route, {
      headers: { origin: 'https://elsewhere.provincia.cu' },
    })
    const policy = `${headers['content-security-policy']}`

    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    })
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
      expect(policy).toContain(rule)
    }
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(headers).not.toHaveProperty('access-control-allow-origin')
    expect(headers['content-type']).toMatch(/^application\/(problem\+)?json; charset=utf-8$/u)
  },
)

it('repeats nothing to TRACE', async () => {
  const address = await server.http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = new URL(address)
  const said = await new Promise<string>((resolve, reject) => {
    const socket = createConnection({ host: '127.0.0.1', port: Number(port) })
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()))
    socket.on('error', reject)
    const lines = ['TRACE / HTTP/1.1', 'host: localhost', 'x-mine: echoed', 'connection: close']
    socket.write(`${lines.join('\r\n')}\r\n\r\n`)
  })

  expect(said).toMatch(/^HTTP\/1\.1 4\d\d /u)
  expect(said).not.toContain('echoed')
})

it('logs who was refused what, with the number of the request', async () => {
  const { accessToken } = await server.tokensOf('vera', PASSWORD)
  const { headers } = await server.call('GET /api/people', { token: accessToken })
  const line = server
    .logged()
    .split('\n')
    .find((each) => each.includes('"refused"') && each.includes(`${headers['x-request-id']}`))

  expect(JSON.parse(line ?? '{}')).toMatchObject({
    ...{ msg: 'refused', code: 'request.not-allowed', who: 'vera' },
    reqId: headers['x-request-id'],
  })
})

it('tells nobody anything of a defect but its number, and the log everything', async () => {
  await database.pool.query('alter table api_token rename to mislaid')
  const { status, body } = await server.call('GET /api/runs', { token: 'mst_anything' })
  await database.pool.query('alter table mislaid rename to api_token')

  expect([status, body.code]).toEqual([500, 'internal'])
  expect(JSON.stringify(body)).not.toMatch(/api_token|relation|select| at /u)
  expect(server.logged()).toContain('relation \\"api_token\\" does not exist')
})

it('takes the word for an address from the proxies it is told of, and from nobody else', async () => {
  const behind = await accessServer({
    ...{ folder: join(folder, 'behind'), database },
    settings: { server: { trustedProxies: ['10.9.9.9'] } },
  })
  const headers = { 'x-forwarded-for': '203.0.113.7', 'x-forwarded-host': 'elsewhere.example' }
  const alone = await server.call('GET /api/session', { headers, from: '10.9.9.9' })
  await behind.call('GET /healthz', {
    headers: { 'x-forwarded-for': '203.0.113.7' },
    from: '10.9.9.9',
  })
  await behind.call('GET /healthz', {
    headers: { 'x-forwarded-for': '203.0.113.8' },
    from: '10.1.1.1',
  })
  const said = behind.logged()
  await behind.close()

  expect(alone.status).toBe(401) // and not: unknown host
  expect(server.logged()).not.toContain('203.0.113.7')
  expect(said).toContain('"remoteAddress":"203.0.113.7"')
  expect(said).not.toContain('203.0.113.8')
})

it('refuses a value that is given twice where one is meant', async () => {
  const { accessToken } = await server.tokensOf('vera', PASSWORD)
  const answer = await server.call('GET /api/runs?limit=1&limit=2', { token: accessToken })

  expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
})

it.each([PASSWORD.toUpperCase(), `${PASSWORD} `, ` ${PASSWORD}`, PASSWORD.slice(0, -1)])(
  'takes no password for another: %j',
  async (password) => {
    const from = `10.77.0.${password.length}`
    const answer = await server.call('POST /api/session', {
      body: { name: 'vera', password },
      from,
    })
    expect(answer).toMatchObject({ status: 401, body: { code: 'access.sign-in-refused' } })
  },
)
