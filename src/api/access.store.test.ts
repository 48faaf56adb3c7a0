import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type AccessServer,
  type Answered,
  accessServer,
  addPerson,
  PASSWORD,
} from '../../test/support/access-server.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { auditStore } from '../access/audit/store.ts'
import { peopleStore } from '../access/people/store.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-access-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const OTHER = 'otra frase bastante larga'

async function serverWith(name: string, settings = {}): Promise<AccessServer> {
  const server = await accessServer({ folder: join(folder, name), database, settings })
  afterAll(() => server.close())
  return server
}

const server = await serverWith('plain')
const { call, tokensOf } = server
await peopleStore(database).createFirst(server.app.now())
const adminId = await addPerson(server, 'root', { role: 'administrator' })
const root = (await tokensOf('root', PASSWORD)).accessToken

const signIn = (name: string, password = PASSWORD, from = '127.0.0.1') =>
  call('POST /api/session', { body: { name, password }, from })

/** What a browser keeps of an answer, and what a page of ours sends along. */
function browserOf({ cookies }: Answered) {
  const kept = Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
  const csrf = Object.entries(kept).find(([name]) => name.endsWith('muster_csrf'))?.[1] ?? ''
  return { cookies: kept, headers: { 'x-csrf-token': csrf } }
}

const problem = (status: number, code: string) => ({ status, body: { status, code } })

describe('signing in', async () => {
  await addPerson(server, 'ana', { role: 'operator', sites: ['North'] })

  it('gives a program tokens, and tells who they belong to', async () => {
    const { accessToken, refreshToken } = await tokensOf(' ANA ', PASSWORD)
    const { status, body } = await call('GET /api/session', { token: accessToken })

    expect([status, body]).toEqual([
      200,
      {
        ...{ name: 'ana', kind: 'person', role: 'operator', sites: ['North'] },
        permissions: ['read', 'analyse', 'operate'],
        mustChangePassword: false,
      },
    ])
    expect(refreshToken).toMatch(/^msr_/u)
  })

  it('gives a browser cookies that scripts cannot read, and no tokens to scripts', async () => {
    const { status, body, cookies, headers } = await signIn('ana')
    const [access, refresh, csrf] = cookies

    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('no-store')
    expect(body).not.toHaveProperty('accessToken')
    expect(body).not.toHaveProperty('refreshToken')
    expect(access).toMatchObject({
      name: 'muster_access',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: 900,
    })
    expect(refresh).toMatchObject({
      name: 'muster_refresh',
      httpOnly: true,
      sameSite: 'Strict',
      path: '/',
    })
    expect(csrf).not.toHaveProperty('httpOnly')
  })

  it('binds cookies to the host and to https behind TLS', async () => {
    const secure = await serverWith('tls', { server: { isBehindTls: true } })
    const { cookies } = await secure.call('POST /api/session', {
      body: { name: 'ana', password: PASSWORD },
    })

    expect(cookies.map(({ name, secure, path }) => [name, secure, path])).toEqual([
      ['__Host-muster_access', true, '/'],
      ['__Host-muster_refresh', true, '/'],
      ['__Host-muster_csrf', true, '/'],
    ])
  })

  it('answers a wrong password and an unknown name alike, as problem details', async () => {
    const wrong = await signIn('ana', OTHER)
    const unknown = await signIn('nobody', OTHER)
    const { requestId: _one, ...told } = wrong.body
    const { requestId: _other, ...toldOfNobody } = unknown.body

    expect(wrong).toMatchObject(problem(401, 'access.sign-in-refused'))
    expect(wrong.headers['content-type']).toMatch(/^application\/problem\+json/u)
    expect(told).toEqual(toldOfNobody)
  })

  it.each([
    ['a name of control characters', { name: 'a\u0000b', password: OTHER }, 'body.name'],
    ['a name that is no text', { name: 7, password: OTHER }, 'body.name'],
    ['no password', { name: 'ana' }, 'body.password'],
    ['a password beyond all measure', { name: 'ana', password: 'x'.repeat(2000) }, 'body.password'],
  ])('is not understood with %s', async (_what, body, place) => {
    const answer = await call('POST /api/session', { body })
    expect(answer).toMatchObject(problem(400, 'request.invalid'))
    expect(answer.body.details.faults).toMatchObject([{ place }])
  })

  it('is described in the OpenAPI document, as every route of access', async () => {
    const { body } = await call('GET /api/openapi.json')
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining(['/api/session', '/api/people', '/api/tokens', '/api/audit']),
    )
    expect(body.paths['/api/session'].post.security).toEqual([])
  })

  it('is told in Spanish to whoever asks for it', async () => {
    const headers = { 'accept-language': 'es-CU' }
    const { body } = await call('GET /api/people', { headers })
    expect(body.detail).toMatch(/^No hay nadie/u)
  })

  it('locks out after five failures, and says for how long', async () => {
    await addPerson(server, 'locked', {})
    for (let at = 0; at < 5; at += 1) await signIn('locked', OTHER, '10.1.0.1')
    const { status, body, headers } = await signIn('locked', PASSWORD, '10.1.0.1')

    expect({ status, body }).toMatchObject(problem(429, 'access.locked-out'))
    expect(headers['retry-after']).toBe('30')
    expect(body.details).toEqual({ retryAfterSeconds: 30 })
  })

  it('leaves no secret in the log, nor on the disk for others', async () => {
    const { accessToken, refreshToken } = await tokensOf('ana', PASSWORD)
    await call('GET /api/session', { token: accessToken })
    await call('POST /api/session', { body: { name: 'ana', password: OTHER, extra: PASSWORD } })
    const said = server.logged()
    const { '0': key } = JSON.parse(await readFile(server.app.signingKeys, 'utf8'))

    expect(said).toContain('/api/session')
    for (const secret of [PASSWORD, OTHER, accessToken, refreshToken, key.key]) {
      expect(said).not.toContain(secret)
    }
  })
})

describe('a route', async () => {
  await addPerson(server, 'vera', { role: 'viewer' })
  const vera = (await tokensOf('vera', PASSWORD)).accessToken

  it.each(['GET /api/people', 'GET /api/tokens', 'GET /api/audit', 'GET /api/session'])(
    'tells strangers to sign in: %s',
    async (route) => {
      expect(await call(route)).toMatchObject(problem(401, 'request.not-signed-in'))
      expect(await call(route, { token: 'mst_wrong' })).toMatchObject(
        problem(401, 'request.not-signed-in'),
      )
      expect(await call(route, { token: `${vera}x` })).toMatchObject(
        problem(401, 'request.not-signed-in'),
      )
    },
  )

  it.each([
    'GET /api/people',
    'PATCH /api/people/1',
    'POST /api/people/1/one-time-password',
    'POST /api/invitations',
    'GET /api/invitations',
    'DELETE /api/invitations/1',
    'GET /api/audit',
  ])('is not for everybody: %s', async (route) => {
    const { status, body } = await call(route, { token: vera })
    expect({ status, body }).toMatchObject(problem(403, 'request.not-allowed'))
    expect(body.details).toEqual({ needs: 'administer' })
  })

  it('is closed to a token that is a quarter of an hour old', async () => {
    const late = await serverWith('late')
    const { accessToken } = await late.tokensOf('vera', PASSWORD)
    late.wait(15 * 60)
    expect(await late.call('GET /api/session', { token: accessToken })).toMatchObject(
      problem(401, 'request.not-signed-in'),
    )
  })
})

describe('cookies', async () => {
  const browser = browserOf(await signIn('root'))
  const body = { name: 'cookie-guest', role: 'viewer' }

  it('are enough to look, but not to change anything', async () => {
    const { cookies } = browser
    expect(await call('GET /api/people', { cookies })).toMatchObject({ status: 200 })
    expect(await call('POST /api/invitations', { cookies, body })).toMatchObject(
      problem(403, 'access.cross-site'),
    )
  })

  it('change something with the header that a page of ours sends', async () => {
    expect(await call('POST /api/invitations', { ...browser, body })).toMatchObject({ status: 201 })
  })

  it('change nothing with the header of another sign-in', async () => {
    const { headers } = browserOf(await signIn('root'))
    const { cookies } = browser
    const forged = { ...cookies, muster_csrf: headers['x-csrf-token'] }
    expect(await call('POST /api/invitations', { cookies: forged, headers, body })).toMatchObject(
      problem(403, 'access.cross-site'),
    )
  })

  it.each(['https://evil.example.org', 'null'])('change nothing from %s', async (origin) => {
    const headers = { ...browser.headers, origin }
    expect(await call('POST /api/invitations', { ...browser, headers, body })).toMatchObject(
      problem(403, 'access.cross-site'),
    )
    const told = { name: 'root', password: PASSWORD }
    expect(await call('POST /api/session', { headers: { origin }, body: told })).toMatchObject(
      problem(403, 'access.cross-site'),
    )
  })

  it('are taken from a form of another site as little', async () => {
    const headers = { 'content-type': 'text/plain' }
    const answer = await server.http.inject({
      ...{ method: 'POST', url: '/api/session', headers },
      payload: JSON.stringify({ name: 'root', password: PASSWORD }),
    })
    expect([answer.statusCode, answer.cookies]).toEqual([400, []])
  })

  it('are refreshed by a page of ours only, and are gone after signing out', async () => {
    const first = browserOf(await signIn('root'))
    const { cookies } = first
    expect(await call('POST /api/session/refresh', { cookies, body: {} })).toMatchObject(
      problem(403, 'access.cross-site'),
    )
    const second = browserOf(await call('POST /api/session/refresh', { ...first, body: {} }))
    expect(await call('GET /api/session', { cookies: second.cookies })).toMatchObject({
      status: 200,
    })

    const out = await call('DELETE /api/session', second)
    expect(out.cookies.map(({ name, value }) => [name, value])).toEqual([
      ['muster_access', ''],
      ['muster_refresh', ''],
      ['muster_csrf', ''],
    ])
    expect(await call('GET /api/session', { cookies: second.cookies })).toMatchObject({
      status: 401,
    })
    expect(await call('POST /api/session/refresh', { ...second, body: {} })).toMatchObject(
      problem(401, 'access.sign-in-over'),
    )
  })

  it('sign out even when only the one that refreshes is left', async () => {
    const { cookies, headers } = browserOf(await signIn('root'))
    const { muster_access: _gone, ...left } = cookies
    expect(await call('DELETE /api/session', { cookies: left, headers })).toMatchObject({
      status: 200,
    })
    expect(
      await call('POST /api/session/refresh', { cookies: left, headers, body: {} }),
    ).toMatchObject(problem(401, 'access.sign-in-over'))
  })
})

describe('a refresh token', () => {
  it('that comes again ends the sign-in at once, access token included', async () => {
    const first = await tokensOf('root', PASSWORD)
    const refresh = (refreshToken: string) =>
      call('POST /api/session/refresh', { body: { refreshToken } })
    const second = (await refresh(first.refreshToken)).body
    expect(await call('GET /api/session', { token: second.accessToken })).toMatchObject({
      status: 200,
    })

    expect(await refresh(first.refreshToken)).toMatchObject(problem(401, 'access.sign-in-over'))
    expect(await refresh(second.refreshToken)).toMatchObject(problem(401, 'access.sign-in-over'))
    expect(await call('GET /api/session', { token: second.accessToken })).toMatchObject({
      status: 401,
    })
  })
})

describe('a one-time password', () => {
  it('lets nobody do anything but choose their own', async () => {
    const id = await addPerson(server, 'first', { role: 'administrator' })
    const given = await call(`POST /api/people/${id}/one-time-password`, { token: root })
    const { accessToken: token } = await tokensOf('first', given.body.password)
    const needed = problem(403, 'access.password-change-needed')

    expect((await call('GET /api/session', { token })).body).toMatchObject({
      ...{ mustChangePassword: true, permissions: [] },
    })
    expect(await call('GET /api/people', { token })).toMatchObject(needed)
    expect(await call('GET /api/tokens', { token })).toMatchObject(needed)
    const change = (next: string) =>
      call('PUT /api/session/password', {
        ...{ token, body: { current: given.body.password, next, means: 'tokens' } },
      })
    expect(await change('Password2026!')).toMatchObject(problem(422, 'access.password-unfit'))

    const changed = await change(OTHER)
    expect(changed).toMatchObject({ status: 200, body: { who: { mustChangePassword: false } } })
    expect(await call('GET /api/people', { token: changed.body.accessToken })).toMatchObject({
      status: 200,
    })
    expect(await call('GET /api/session', { token })).toMatchObject({ status: 401 })
  })
})

describe('people', () => {
  it('come in by invitation', async () => {
    const body = { name: 'Eva@Example.org', role: 'analyst', sites: ['North'] }
    const invited = await call('POST /api/invitations', { token: root, body })
    expect(invited).toMatchObject({
      status: 201,
      body: { name: 'eva@example.org', invitedBy: 'root' },
    })
    const { token } = invited.body
    const listed = await call('GET /api/invitations', { token: root })
    expect(JSON.stringify(listed.body)).not.toContain(token)

    const accepted = await call('POST /api/invitations/accept', {
      body: { token, password: PASSWORD },
    })
    expect(accepted).toMatchObject({ status: 201, body: { role: 'analyst', sites: ['North'] } })
    expect(
      await call('POST /api/invitations/accept', { body: { token, password: PASSWORD } }),
    ).toMatchObject(problem(404, 'access.invitation-unusable'))
    expect(await signIn('eva@example.org')).toMatchObject({ status: 200 })
  })

  it('do not register by themselves unless the configuration lets them', async () => {
    const body = { name: 'walk-in', password: PASSWORD }
    expect(await call('POST /api/registrations', { body })).toMatchObject(
      problem(403, 'access.registration-closed'),
    )
    const open = await serverWith('open', { access: { openRegistration: true } })
    expect(await open.call('POST /api/registrations', { body })).toMatchObject({
      ...{ status: 201, body: { name: 'walk-in', role: 'viewer' } },
    })
  })

  it('lose a role at once, and everything when they are disabled', async () => {
    const id = await addPerson(server, 'temp', { role: 'administrator' })
    const { accessToken: token } = await tokensOf('temp', PASSWORD)
    expect(await call('GET /api/people', { token })).toMatchObject({ status: 200 })

    const change = (body: object) => call(`PATCH /api/people/${id}`, { token: root, body })
    expect(await change({ role: 'viewer' })).toMatchObject({
      status: 200,
      body: { role: 'viewer' },
    })
    expect(await call('GET /api/people', { token })).toMatchObject(
      problem(403, 'request.not-allowed'),
    )
    expect(await change({ isDisabled: true })).toMatchObject({ status: 200 })
    expect(await call('GET /api/session', { token })).toMatchObject(
      problem(401, 'request.not-signed-in'),
    )
    expect(await signIn('temp')).toMatchObject(problem(401, 'access.sign-in-refused'))
  })

  it('are disabled on every server within two seconds', async () => {
    const other = await serverWith('other', {
      keyRing: join(folder, 'plain', 'data', 'key-ring.json'),
    })
    const id = await addPerson(server, 'far', {})
    const { accessToken: token } = await tokensOf('far', PASSWORD)
    expect(await other.call('GET /api/session', { token })).toMatchObject({ status: 200 })
    await call(`PATCH /api/people/${id}`, { token: root, body: { isDisabled: true } })
    other.wait(2)
    expect(await other.call('GET /api/session', { token })).toMatchObject({ status: 401 })
  })

  it('are refused what was not understood, with its place', async () => {
    const { status, body } = await call(`PATCH /api/people/${adminId}`, {
      ...{ token: root, body: { role: 'king' } },
    })
    expect({ status, body }).toMatchObject(problem(400, 'request.invalid'))
    expect(body.details.faults[0].place).toBe('body.role')
  })
})

describe('API tokens', () => {
  const made = { name: 'nightly', permissions: ['read'], expiresInDays: 10 }

  it('call the API in the name of their maker, and are listed without their secret', async () => {
    const { body, status } = await call('POST /api/tokens', { token: root, body: made })
    const { secret } = body
    const who = await call('GET /api/session', { token: secret })
    const listed = await call('GET /api/tokens', { token: root })

    expect(status).toBe(201)
    expect(who.body).toMatchObject({ name: 'root (nightly)', kind: 'token', permissions: ['read'] })
    expect(await call('GET /api/people', { token: secret })).toMatchObject(
      problem(403, 'request.not-allowed'),
    )
    expect(listed.body.items).toMatchObject([{ name: 'nightly', person: 'root' }])
    expect(JSON.stringify(listed.body)).not.toContain(secret)

    expect(await call(`DELETE /api/tokens/${body.id}`, { token: root })).toMatchObject({
      status: 200,
    })
    expect(await call('GET /api/session', { token: secret })).toMatchObject({ status: 401 })
  })

  it('never may more than their maker, nor make others, nor change a password', async () => {
    await addPerson(server, 'maker', { role: 'analyst', sites: ['North'] })
    const { accessToken } = await tokensOf('maker', PASSWORD)
    const make = (token: string, body: object) => call('POST /api/tokens', { token, body })

    expect(await make(accessToken, made)).toMatchObject(problem(403, 'access.token-too-wide'))
    const { body } = await make(accessToken, { ...made, sites: ['North'] })
    expect(await make(body.secret, { ...made, sites: ['North'] })).toMatchObject(
      problem(403, 'access.person-needed'),
    )
    const next = { current: PASSWORD, next: OTHER }
    expect(
      await call('PUT /api/session/password', { token: body.secret, body: next }),
    ).toMatchObject(problem(403, 'access.person-needed'))
  })

  it('are revoked by their maker or an administrator only', async () => {
    const { body } = await call('POST /api/tokens', { token: root, body: made })
    const { accessToken } = await tokensOf('maker', PASSWORD)
    expect(await call(`DELETE /api/tokens/${body.id}`, { token: accessToken })).toMatchObject(
      problem(404, 'access.token-not-found'),
    )
    expect(await call(`DELETE /api/tokens/${body.id}`, { token: root })).toMatchObject({
      status: 200,
    })
  })

  it('are good for a year at most', async () => {
    const body = { ...made, expiresInDays: 366 }
    expect(await call('POST /api/tokens', { token: root, body })).toMatchObject(
      problem(400, 'request.invalid'),
    )
  })
})

describe('too many requests', () => {
  it('are refused by address before anything else, with the time to wait', async () => {
    const small = await serverWith('small', { access: { requestsPerMinute: 2 } })
    const ask = (from: string) => small.call('GET /api/session', { from })
    for (let at = 0; at < 10; at += 1) expect((await ask('10.2.0.1')).status).toBe(401)
    const refused = await ask('10.2.0.1')

    expect(refused).toMatchObject(problem(429, 'request.too-many'))
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('10.2.0.2')).status).toBe(401)
  })

  it('are refused by caller, wherever they come from', async () => {
    const small = await serverWith('small-caller', { access: { requestsPerMinute: 3 } })
    const { accessToken: token } = await small.tokensOf('root', PASSWORD)
    const ask = (at: number) => small.call('GET /api/session', { token, from: `10.3.0.${at}` })
    const statuses = [(await ask(1)).status, (await ask(2)).status, (await ask(3)).status]

    expect(statuses).toEqual([200, 200, 200])
    expect(await ask(4)).toMatchObject(problem(429, 'request.too-many'))
  })

  it('of strangers who change something are refused sooner, by network of IPv6', async () => {
    const guarded = await serverWith('guarded')
    const accept = (from: string) =>
      guarded.call('POST /api/invitations/accept', { from, body: { token: 'x', password: 'y' } })
    for (let at = 0; at < 60; at += 1) await accept(`2001:db8::${at + 1}`)

    expect(await accept('2001:db8::ffff')).toMatchObject(problem(429, 'request.too-many'))
    expect(await accept('2001:db8:0:1::1')).toMatchObject(
      problem(404, 'access.invitation-unusable'),
    )
  })
})

describe('the audit trail', () => {
  it('tells of what was done above, and is whole', async () => {
    const { body } = await call('GET /api/audit?limit=1000', { token: root })
    const actions = new Set(body.items.map(({ action }: { action: string }) => action))
    const { broken } = await auditStore(database).verify()

    expect([...actions].toSorted()).toEqual([
      ...['invitation.made', 'person.added', 'person.changed', 'person.one-time-password'],
      ...['person.password-changed', 'sign-in.ended', 'sign-in.failed', 'sign-in.locked'],
      ...['sign-in.started', 'sign-in.token-reused', 'token.made', 'token.revoked'],
    ])
    expect(broken).toBeNull()
    expect(JSON.stringify(body)).not.toContain(PASSWORD)
    const walked = await call('GET /api/audit/verify', { token: root })
    const { n, hash } = (await auditStore(database).verify()).head
    expect(walked.body).toEqual({
      ...{ isWhole: true, broken: null },
      ...{ entries: n, head: `${n}:${hash.toString('hex')}` },
    })
  })
})
