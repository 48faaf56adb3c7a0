import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type AccessServer,
  type Answered,
  accessServer,
  addPerson,
} from '../../test/support/access-server.ts'
import { musterAt } from '../../test/support/muster-at.ts'
import { localProvider } from '../../test/support/openid-provider.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { auditStore } from '../access/audit/store.ts'
import { openIdStore } from '../access/openid/store.ts'
import { peopleStore } from '../access/people/store.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-openid-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const CALLBACK = '/api/access/openid/callback'
const provider = await localProvider(`http://localhost${CALLBACK}`)
afterAll(() => provider.close())

async function serverWith(name: string, openId: object): Promise<AccessServer> {
  const { issuer, clientId, clientSecret } = provider
  const server = await accessServer({
    ...{ folder: join(folder, name), database, start: new Date() },
    env: { MUSTER_OPENID_CLIENT_SECRET: clientSecret },
    settings: {
      access: {
        openId: {
          ...{ issuer, clientId, allowPrivateAddress: true },
          ...{ scopes: ['openid', 'email', 'groups'], ...openId },
        },
      },
    },
  })
  afterAll(() => server.close())
  return server
}

const plain = await serverWith('plain', {})
const people = peopleStore(database)
await people.createFirst(plain.app.now())
await addPerson(plain, 'root', { role: 'administrator' })

let strangers = 0

/** Begins at Muster: where the browser is sent, and what it keeps. */
async function begin({ call }: AccessServer) {
  strangers += 1
  const from = `10.90.${Math.floor(strangers / 200)}.${strangers % 200}`
  const { status, headers, cookies } = await call('GET /api/access/openid', { from })
  expect(status).toBe(302)
  const [attempt] = cookies
  return { authorization: `${headers.location}`, attempt, from }
}

interface Return {
  readonly back: URL
  readonly attempt: string | undefined
  readonly from?: string
}

/** Comes back from the provider. */
function comeBack(
  { call }: AccessServer,
  { back, attempt, from = '10.91.0.1' }: Return,
): Promise<Answered> {
  const cookies = attempt === undefined ? {} : { muster_openid: attempt }
  return call(`GET ${CALLBACK}${back.search}`, { cookies, from })
}

/** The whole way of a browser. */
async function enter(server: AccessServer, name: string): Promise<Answered> {
  const { authorization, attempt, from } = await begin(server)
  const back = await provider.signIn(authorization, name)
  return comeBack(server, { back, attempt: attempt?.value, from })
}

/** Who a browser with these cookies is. */
async function whoIs({ call }: AccessServer, { cookies }: Answered) {
  const kept = Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
  return (await call('GET /api/session', { cookies: kept })).body
}

async function lastEntry() {
  const { items } = await auditStore(database).recent({ area: 'sign-in', limit: 1, offset: 0 })
  return items[0]
}

const refusal = (reason: string) => ({
  status: 403,
  body: { code: 'access.openid-refused', details: { reason } },
})

async function linked(name: string, rights: object = {}) {
  await addPerson(plain, name, rights)
  const person = await people.getByName(name)
  const deed = { by: 'root', at: plain.app.now() }
  await openIdStore(database).link(person, { issuer: provider.issuer, subject: name }, deed)
  provider.accounts.set(name, {})
  return person
}

describe('signing in through a provider', async () => {
  await linked('vera', { role: 'operator' })

  it('sends the browser there with PKCE, a state and a nonce of its own', async () => {
    const [one, other] = [await begin(plain), await begin(plain)]
    const [asked, askedAgain] = [one, other].map(({ authorization }) => new URL(authorization))
    const of = (name: string) => [asked?.searchParams.get(name), askedAgain?.searchParams.get(name)]

    expect(asked?.origin).toBe(provider.issuer)
    expect(Object.fromEntries(asked?.searchParams ?? [])).toMatchObject({
      ...{ response_type: 'code', client_id: provider.clientId, scope: 'openid email groups' },
      ...{ code_challenge_method: 'S256', redirect_uri: `http://localhost${CALLBACK}` },
    })
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(new Set(of(name)).size).toBe(2)
    }
  })

  it('keeps what was begun in a cookie that scripts cannot read, for ten minutes', async () => {
    const { attempt } = await begin(plain)

    expect(attempt).toMatchObject({
      ...{ name: 'muster_openid', httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 },
    })
  })

  it('is not begun by a page of another site', async () => {
    const from = '10.93.1.1'
    const begunBy = (site: string) =>
      plain.call('GET /api/access/openid', { headers: { 'sec-fetch-site': site }, from })

    expect((await begunBy('cross-site')).body.code).toBe('access.cross-site')
    expect((await begunBy('same-origin')).status).toBe(302)
    expect((await begunBy('none')).status).toBe(302) // typed, or a bookmark
  })

  it('sets the cookies a password sets, and takes its own back', async () => {
    const answer = await enter(plain, 'vera')
    const named = new Map(answer.cookies.map((cookie) => [cookie.name, cookie]))

    expect([answer.status, answer.headers.location]).toEqual([302, '/'])
    expect(named.get('muster_access')).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    expect(named.get('muster_refresh')).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    expect(named.get('muster_openid')).toMatchObject({ value: '' })
    expect(await whoIs(plain, answer)).toMatchObject({ name: 'vera', role: 'operator' })
  })

  it('is told in the audit trail with issuer and subject', async () => {
    await enter(plain, 'vera')

    expect(await lastEntry()).toMatchObject({
      ...{ actor: 'vera', action: 'sign-in.started', about: 'vera' },
      details: { issuer: provider.issuer, subject: 'vera' },
    })
  })

  it('lasts twelve hours however often it is refreshed', async () => {
    const server = await serverWith('hours', {})
    const { cookies } = await enter(server, 'vera')
    const kept = Object.fromEntries(cookies.map(({ name, value }) => [name, value]))
    const headers = { 'x-csrf-token': kept.muster_csrf ?? '' }
    server.wait(11 * 3600)
    const refreshed = await server.call('POST /api/session/refresh', {
      ...{ body: {}, cookies: kept, headers },
    })
    server.wait(2 * 3600)
    const later = Object.fromEntries(refreshed.cookies.map(({ name, value }) => [name, value]))
    const over = await server.call('POST /api/session/refresh', {
      ...{ body: {}, cookies: later, headers: { 'x-csrf-token': later.muster_csrf ?? '' } },
    })

    expect([refreshed.status, over.status]).toEqual([200, 401])
  })

  it('reads the keys anew when the provider signs with others', async () => {
    await enter(plain, 'vera')
    await provider.rotateKeys()

    expect((await enter(plain, 'vera')).status).toBe(302)
  })

  it('does not exist where no provider is configured', async () => {
    const server = await accessServer({ folder: join(folder, 'without'), database })
    afterAll(() => server.close())

    expect(await server.call('GET /api/access/openid')).toMatchObject({
      ...{ status: 404, body: { code: 'access.openid-not-configured' } },
    })
  })
})

describe('an answer that does not fit', async () => {
  await linked('nora')

  it('is refused in another browser than the one that began', async () => {
    const { authorization } = await begin(plain)
    const back = await provider.signIn(authorization, 'nora')

    expect(await comeBack(plain, { back, attempt: undefined })).toMatchObject(refusal('not-begun'))
    const { attempt: another } = await begin(plain)
    expect(await comeBack(plain, { back, attempt: another?.value })).toMatchObject(
      refusal('answer-untrue'),
    )
  })

  it('is told in the log alone where no sign-in was begun: any stranger may send that', async () => {
    const before = await lastEntry()
    const back = new URL(`http://localhost${CALLBACK}?code=1&state=1`)

    const answer = await comeBack(plain, { back, attempt: undefined, from: '10.92.0.8' })
    expect(answer).toMatchObject(refusal('not-begun'))
    expect(await lastEntry()).toEqual(before)
    expect(plain.logged()).toContain('not-begun')
  })

  it('is refused with another state', async () => {
    const { authorization, attempt } = await begin(plain)
    const back = await provider.signIn(authorization, 'nora')
    back.searchParams.set('state', 'another')

    expect(await comeBack(plain, { back, attempt: attempt?.value })).toMatchObject(
      refusal('answer-untrue'),
    )
  })

  it('is refused with another nonce', async () => {
    const { authorization, attempt } = await begin(plain)
    const asked = new URL(authorization)
    asked.searchParams.set('nonce', 'another')
    const back = await provider.signIn(asked.href, 'nora')

    expect(await comeBack(plain, { back, attempt: attempt?.value })).toMatchObject(
      refusal('answer-untrue'),
    )
  })

  it('is refused with a signature of a key that the provider does not publish', async () => {
    await provider.publishOtherKeys()
    expect(await enter(plain, 'nora')).toMatchObject(refusal('answer-untrue'))
    await provider.rotateKeys()
    expect((await enter(plain, 'nora')).status).toBe(302)
  })

  it('is refused with a token that is for another client of the same provider', async () => {
    provider.addressTokensTo('another-client')
    expect(await enter(plain, 'nora')).toMatchObject(refusal('answer-untrue'))
    provider.addressTokensTo(provider.clientId)
    expect((await enter(plain, 'nora')).status).toBe(302)
    provider.addressTokensTo(null)
  })

  it('is refused when its code comes a second time', async () => {
    const { authorization, attempt } = await begin(plain)
    const back = await provider.signIn(authorization, 'nora')
    const first = await comeBack(plain, { back, attempt: attempt?.value })
    const second = await comeBack(plain, { back, attempt: attempt?.value })

    expect(first.status).toBe(302)
    expect(second).toMatchObject(refusal('answer-untrue'))
    expect(second.cookies.map(({ name }) => name)).toEqual(['muster_openid'])
  })

  it('is refused when the browser was away for more than ten minutes', async () => {
    const server = await serverWith('late', {})
    const { authorization, attempt } = await begin(server)
    const back = await provider.signIn(authorization, 'nora')
    server.wait(601)

    expect(await comeBack(server, { back, attempt: attempt?.value })).toMatchObject(
      refusal('not-begun'),
    )
  })

  it('is refused with a cookie that was altered', async () => {
    const { authorization, attempt } = await begin(plain)
    const back = await provider.signIn(authorization, 'nora')
    const [head, , mark] = (attempt?.value ?? '').split('.')
    const content = Buffer.from(JSON.stringify({ state: back.searchParams.get('state') }))
    const altered = [head, content.toString('base64url'), mark].join('.')

    expect(await comeBack(plain, { back, attempt: altered })).toMatchObject(refusal('not-begun'))
  })

  it('is refused when the provider says no, and that is in the audit trail', async () => {
    const { attempt, authorization } = await begin(plain)
    const state = new URL(authorization).searchParams.get('state') ?? ''
    const search = new URLSearchParams({ error: 'access_denied', state, iss: provider.issuer })
    const back = new URL(`http://localhost${CALLBACK}?${search}`)

    const answer = await comeBack(plain, { back, attempt: attempt?.value, from: '10.92.0.7' })
    expect(answer).toMatchObject(refusal('provider-refused'))
    expect(await lastEntry()).toMatchObject({
      action: 'sign-in.openid-refused',
      details: { reason: 'access.openid-refused provider-refused', address: '10.92.0.7' },
    })
  })
})

describe('who comes in', async () => {
  it('is nobody who is not linked, whatever their verified address', async () => {
    await addPerson(plain, 'ana@example.org', { role: 'administrator' })
    provider.accounts.set('stranger', { email: 'ana@example.org', email_verified: true })

    expect(await enter(plain, 'stranger')).toMatchObject(refusal('not-linked'))
  })

  it('is nobody who is disabled here, whatever the provider says', async () => {
    const { id } = await linked('gone', { role: 'operator' })
    const deed = { by: 'root', at: plain.app.now() }
    await people.change(id, { isDisabled: true }, deed)

    expect(await enter(plain, 'gone')).toMatchObject(refusal('disabled'))
    expect(await lastEntry()).toMatchObject({
      ...{ action: 'sign-in.openid-refused', about: 'gone' },
      details: { subject: 'gone', issuer: provider.issuer },
    })
  })

  describe('where a verified address links', async () => {
    const server = await serverWith('by-email', { linkByEmail: true })
    await addPerson(plain, 'berta@example.org', { role: 'analyst' })

    it('is not who only claims the address', async () => {
      provider.accounts.set('thief', { email: 'berta@example.org', email_verified: false })
      expect(await enter(server, 'thief')).toMatchObject(refusal('no-verified-email'))
    })

    it('is who has it verified, and stays so when it changes', async () => {
      provider.accounts.set('b-1', { email: 'Berta@Example.org', email_verified: true })
      const answer = await enter(server, 'b-1')
      provider.accounts.set('b-1', { email: 'other@example.org', email_verified: false })
      const again = await enter(server, 'b-1')

      expect(await whoIs(server, answer)).toMatchObject({ name: 'berta@example.org' })
      expect(await whoIs(server, again)).toMatchObject({ name: 'berta@example.org' })
    })

    it('is no second subject with the same address', async () => {
      provider.accounts.set('b-2', { email: 'berta@example.org', email_verified: true })
      expect(await enter(server, 'b-2')).toMatchObject(refusal('not-linked'))
    })
  })

  describe('where people are made', async () => {
    const server = await serverWith('creating', {
      ...{ createPeople: true, allowedDomains: ['example.org'] },
    })

    it('is a new viewer with a verified address of an admitted domain', async () => {
      provider.accounts.set('n-1', { email: 'new@example.org', email_verified: true })
      const answer = await enter(server, 'n-1')

      expect(await whoIs(server, answer)).toMatchObject({ name: 'new@example.org', role: 'viewer' })
    })

    it.each([
      ['an unknown domain', { email: 'new@example.com', email_verified: true }, 'domain'],
      ['a domain that ends alike', { email: 'x@not-example.org', email_verified: true }, 'domain'],
      ['an address that is not verified', { email: 'y@example.org' }, 'no-verified-email'],
      ['no address', {}, 'no-verified-email'],
      [
        'an address that is the name of a person',
        { email: 'ana@example.org', email_verified: true },
        'not-linked',
      ],
    ])('is nobody with %s', async (what, account, reason) => {
      provider.accounts.set(what, account)
      expect(await enter(server, what)).toMatchObject(refusal(reason))
    })
  })

  describe('where the provider gives the role', async () => {
    const roles = { 'muster-read': 'viewer', 'muster-work': 'operator', bosses: 'administrator' }
    const server = await serverWith('roles', { roleFrom: { claim: 'groups', roles } })
    const { id } = await linked('rosa', { role: 'viewer' })

    it('changes it at the next sign-in, of several groups to the strongest', async () => {
      provider.accounts.set('rosa', { groups: ['muster-read', 'muster-work', 'others'] })
      const answer = await enter(server, 'rosa')

      expect(await whoIs(server, answer)).toMatchObject({ role: 'operator' })
      const { items } = await auditStore(database).recent({ area: 'person', limit: 1, offset: 0 })
      expect(items[0]).toMatchObject({ actor: 'openid', about: 'rosa', action: 'person.changed' })
    })

    it('takes it away from sign-ins that stand, too', async () => {
      provider.accounts.set('rosa', { groups: ['muster-work'] })
      const before = await enter(server, 'rosa')
      provider.accounts.set('rosa', { groups: ['muster-read'] })
      await enter(server, 'rosa')

      expect(await whoIs(server, before)).toMatchObject({ role: 'viewer', permissions: ['read'] })
    })

    it('is nobody without a group that has a role', async () => {
      provider.accounts.set('rosa', { groups: ['others'] })
      expect(await enter(server, 'rosa')).toMatchObject(refusal('no-role'))
    })

    it('is no administrator who is limited to sites', async () => {
      await people.change(id, { sites: ['North'] }, { by: 'root', at: plain.app.now() })
      provider.accounts.set('rosa', { groups: ['bosses'] })

      expect(await enter(server, 'rosa')).toMatchObject({
        ...{ status: 409, body: { code: 'access.administrator-everywhere' } },
      })
    })
  })
})

describe('an administrator without a browser', async () => {
  await addPerson(plain, 'luis', {})
  provider.accounts.set('l-1', {})
  const secret = { MUSTER_OPENID_CLIENT_SECRET: provider.clientSecret }
  const { json } = musterAt({
    env: { ...secret, DATABASE_URL: database.url },
    config: join(folder, 'plain', 'muster.yaml'),
    now: () => new Date(),
  })

  it('links a subject to a person, whom nobody else is then, and takes the link away', async () => {
    expect(await enter(plain, 'l-1')).toMatchObject(refusal('not-linked'))
    expect((await json('person', 'luis', '--link-openid', 'l-1')).code).toBe(0)
    expect(await whoIs(plain, await enter(plain, 'l-1'))).toMatchObject({ name: 'luis' })

    const again = await json('person', 'vera', '--link-openid', 'l-1')
    expect(again.answer.error).toMatchObject({
      ...{ code: 'access.openid-linked', details: { name: 'vera', subject: 'l-1' } },
    })
    expect((await json('person', 'luis', '--unlink-openid')).code).toBe(0)
    expect(await enter(plain, 'l-1')).toMatchObject(refusal('not-linked'))
  })
})

describe('a provider that cannot be asked', () => {
  it('is one that names itself otherwise than it is configured', async () => {
    const issuer = provider.issuer.replace('127.0.0.1', 'localhost')
    const renamed = await serverWith('renamed', { issuer })

    expect(await renamed.call('GET /api/access/openid', { from: '10.93.0.3' })).toMatchObject({
      status: 502,
      body: { code: 'access.openid-provider-failed', details: { issuer } },
    })
  })

  it('is told as such, and one in a private network is not asked unless that is allowed', async () => {
    const guarded = await serverWith('guarded', { allowPrivateAddress: false })
    const absent = await serverWith('absent', { issuer: 'http://127.0.0.1:9' })

    expect(await guarded.call('GET /api/access/openid', { from: '10.93.0.1' })).toMatchObject({
      status: 502,
      body: { code: 'access.openid-provider-failed', details: { reason: 'api.address-refused' } },
    })
    expect(await absent.call('GET /api/access/openid', { from: '10.93.0.2' })).toMatchObject({
      status: 502,
      body: { code: 'access.openid-provider-failed', details: { reason: 'api.unreachable' } },
    })
  })
})

it('leaves neither the secret of the client nor a code in the log', async () => {
  const { authorization, attempt } = await begin(plain)
  const back = await provider.signIn(authorization, 'vera')
  await comeBack(plain, { back, attempt: attempt?.value })
  const said = plain.logged()

  expect(said).toContain(CALLBACK)
  for (const secret of [provider.clientSecret, back.searchParams.get('code'), attempt?.value]) {
    expect(said).not.toContain(secret)
  }
})
