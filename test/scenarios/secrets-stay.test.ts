import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { peopleStore } from '../../src/access/people/store.ts'
import { accessServer, addPerson, PASSWORD } from '../support/access-server.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

/** Every secret there is; each stands nowhere by chance. */
const SECRETS = {
  MUSTER_OCS_PASSWORD: 'ocs-Zq4vB9xk2LmT',
  MUSTER_NINJAONE_CLIENT_SECRET: 'ninja-Wd8sR3yHc1Pf',
  MUSTER_NINJAONE_REFRESH_TOKEN: 'renew-Kj5nG7tVb0Xe',
  MUSTER_THREATLOCKER_TOKEN: 'locker-Ua6hM4qSz9Ec',
  MUSTER_OPENID_CLIENT_SECRET: 'openid-Fy2wN8rDx3Jg',
}
const DATABASE_PASSWORD = 'base-Tb7kC5mQv1Lz'

const folder = await mkdtemp(join(tmpdir(), 'muster-secrets-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const withPassword = new URL(database.url)
withPassword.password = DATABASE_PASSWORD // who comes by the socket is not asked for it

/** Answers everything with a failure that repeats whatever it was sent. */
const echo = createServer((request, response) => {
  const address = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    response.setHeader('content-type', 'application/json')
    if (request.url?.includes('.well-known')) {
      const endpoints = {
        authorization_endpoint: `${address}/auth`,
        token_endpoint: `${address}/token`,
        jwks_uri: `${address}/jwks`,
      }
      response.end(JSON.stringify({ issuer: address, ...endpoints }))
      return
    }
    const said = `${JSON.stringify(request.headers)} ${Buffer.concat(chunks)}`
    response.statusCode = 401
    response.end(JSON.stringify({ error: said, error_description: said, message: said }))
  })
})
await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  echo.closeAllConnections()
  echo.close()
})
const address = `http://127.0.0.1:${(echo.address() as AddressInfo).port}`
const http = { allowPrivateAddress: true, retrySeconds: 0, timeoutSeconds: 5 }
const settings = {
  sources: {
    ocs: { host: '127.0.0.1', port: 9, user: 'muster', inventoryField: 'NUMINV' },
    ninjaone: { baseUrl: address, clientId: 'us', http },
    threatlocker: {
      ...{ baseUrl: address, organisationId: '11111111-1111-4111-8111-111111111111', http },
    },
  },
  access: { openId: { issuer: address, clientId: 'us', allowPrivateAddress: true } },
}

/** Each as it is, and as it stands in a header or a form. */
function spellings(secret: string): string[] {
  const escaped = secret.replaceAll('-', '%2D')
  const wrapped = [secret, `us:${secret}`, `us:${escaped}`].map((text) =>
    Buffer.from(text).toString('base64').replaceAll('=', ''),
  )
  return [secret, escaped, encodeURIComponent(secret), ...wrapped]
}

function expectNone(said: string, others: readonly string[] = []): void {
  const all = [...Object.values(SECRETS), DATABASE_PASSWORD, PASSWORD, ...others]
  expect(all.flatMap(spellings).filter((each) => said.includes(each))).toEqual([])
}

it('neither log nor answer of a server holds a secret, whatever fails', async () => {
  const server = await accessServer({
    ...{ folder: join(folder, 'server'), settings, env: SECRETS },
    database: { ...database, url: withPassword.href },
  })
  const { call, tokensOf } = server
  await peopleStore(database).createFirst(server.app.now())
  await addPerson(server, 'ana', { role: 'administrator' })
  const { accessToken, refreshToken } = await tokensOf('ana', PASSWORD)
  const made = await call('POST /api/tokens', {
    ...{ token: accessToken, body: { name: 'export', permissions: ['read'] } },
  })
  const apiToken = `${made.body.secret}`
  const begun = await call('GET /api/access/openid')
  const state = new URL(`${begun.headers.location}`).searchParams.get('state') ?? ''
  const cookies = Object.fromEntries(begun.cookies.map(({ name, value }) => [name, value]))
  const code = 'code-Rv3jX6bNq8Hd'
  const answers = [
    begun,
    await call(`GET /api/access/openid/callback?code=${code}&state=${state}`, { cookies }),
    await call('POST /api/session', { body: { name: 'ana', password: `${PASSWORD} no` } }),
    await call('POST /api/session', { body: { name: [PASSWORD], password: PASSWORD } }),
    await call('POST /api/session/refresh', { body: { refreshToken: `${refreshToken}x` } }),
    await call('POST /api/invitations/accept', { body: { token: apiToken, password: PASSWORD } }),
    await call(`GET /api/runs?limit=${apiToken}`, { token: accessToken }),
    await call('GET /api/people', { token: apiToken }),
    await call('GET /api/session', { headers: { authorization: `Bearer ${apiToken}x` } }),
    await call('GET /api/settings', { token: accessToken }),
  ]
  await server.close()

  expect(answers[1]).toMatchObject({ status: 502 })
  expect(made.status).toBe(201)
  expectNone(JSON.stringify(answers.at(-1)?.body), [accessToken, refreshToken, apiToken, code])
  expect(answers.at(-1)?.body.variables).toContainEqual({
    ...{ name: 'MUSTER_OCS_PASSWORD', isSet: true, hasFile: false },
  })
  const problems = answers.map(({ body }) => JSON.stringify(body) ?? '')
  expect(server.logged()).toContain('access.openid-provider-failed')
  expectNone(server.logged(), [accessToken, refreshToken, apiToken, code])
  expectNone(problems.filter((body) => !body.includes('request.invalid')).join('\n'), [code])
})

it('no failure of a command holds one, in words or as JSON', async () => {
  const config = join(folder, 'muster.yaml')
  await writeFile(config, JSON.stringify(settings))
  const env = { ...SECRETS, DATABASE_URL: withPassword.href }
  const muster = musterAt({ env, config, now: () => new Date() })
  const absent = {
    ...env,
    DATABASE_URL: `postgres://muster:${DATABASE_PASSWORD}@127.0.0.1:9/muster`,
  }
  const far = musterAt({ env: absent, config, now: () => new Date() })
  const told = [
    await muster.spoken('collect'),
    await muster.spoken('--json', 'collect'),
    await muster.spoken('--json', 'check'),
    await muster.spoken('--json', 'runs'),
    await far.spoken('plans'),
    await far.spoken('--json', 'migrate'),
  ]

  expect(told.map(({ code }) => code)).toEqual([1, 1, 1, 0, 1, 1])
  expectNone(told.map(({ out, err }) => out + err).join('\n'))
  const { rows } = await database.pool.query(
    "select coalesce(json_agg(run)::text, '') as runs from run",
  )
  expect(rows[0].runs).toContain('failed')
  expectNone(rows[0].runs)
})
