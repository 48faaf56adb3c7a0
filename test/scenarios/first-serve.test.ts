import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'
import { type StoppableMuster, startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster serve '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()
const config = join(folder, 'muster.yaml')
await writeFile(config, JSON.stringify({ sources: {}, server: { port: 0 } }))
const env = { DATABASE_URL: database.url }
const muster = musterAt({ env, config, now: () => new Date() })

const serve = () => startStoppable({ env, args: ['--config', config, 'serve'] })

async function addressOf({ out }: StoppableMuster): Promise<string> {
  await expect.poll(out, { timeout: 20_000, interval: 50 }).toMatch(/listens at/u)
  return /listens at (\S+)/u.exec(out())?.[1] ?? ''
}

async function send(
  url: string,
  body: object,
  token = '',
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(url, {
    method: url.endsWith('password') ? 'PUT' : 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ ...body, means: 'tokens' }),
  })
  return { status: answer.status, body: await answer.json() }
}

it('shows the password of the first administrator once, who then chooses another', async () => {
  const first = serve()
  const address = await addressOf(first)
  const password = /one-time password ([a-z2-9-]+)/u.exec(first.out())?.[1] ?? ''
  const signedIn = await send(`${address}/api/session`, { name: 'admin', password })
  const { accessToken } = signedIn.body as { accessToken: string }
  const own = 'correo lento tejado gris'
  const changed = await send(
    `${address}/api/session/password`,
    { current: password, next: own },
    accessToken,
  )
  first.signal('SIGTERM')
  const { code } = await first.ended

  expect(signedIn).toMatchObject({ status: 200, body: { who: { mustChangePassword: true } } })
  expect(changed).toMatchObject({ status: 200, body: { who: { mustChangePassword: false } } })
  expect(code).toBe(0)

  const second = serve()
  await addressOf(second)
  second.signal('SIGTERM')
  await second.ended
  expect(second.out()).not.toContain('one-time password')
})

it('lets an administrator without a browser look after people and tokens', async () => {
  const people = await muster.json('people')
  const spoken = await muster.spoken('--lang', 'es', 'people')
  const given = await muster.json('person', 'ADMIN', '--one-time-password')
  const last = await muster.spoken('person', 'admin', '--disable')

  expect(people.answer).toMatchObject({
    total: 1,
    items: [{ name: 'admin', role: 'administrator' }],
  })
  expect(spoken.out).toMatch(/^admin +administrador +todos los sitios/u)
  expect(given.answer).toMatchObject({
    name: 'admin',
    password: expect.stringMatching(/^[a-z2-9-]{23}$/u),
  })
  expect(last).toMatchObject({ code: 1, err: expect.stringContaining('last administrator') })
  expect((await muster.json('tokens')).answer).toEqual({ items: [], total: 0 })
  expect((await muster.spoken('tokens', '--revoke', '7')).err).toContain('no token 7')
  expect((await muster.spoken('person', 'nobody')).err).toContain('no person nobody')
})

it('verifies the audit trail, and says where it breaks', async () => {
  const whole = await muster.json('audit', 'verify')
  expect(whole).toMatchObject({ code: 0, answer: { isWhole: true, broken: null } })
  const { head } = whole.answer
  expect((await muster.json('audit', 'verify', '--head', head)).code).toBe(0)
  expect((await muster.spoken('audit', 'verify', '--head', '1:ff')).code).toBe(1)

  await database.pool.query(
    "alter table audit_entry disable trigger user; update audit_entry set actor = 'luis' where n = 2",
  )
  const broken = await muster.json('audit', 'verify')
  const spoken = await muster.spoken('--lang', 'es', 'audit', 'verify')
  expect(broken).toMatchObject({
    code: 1,
    answer: { isWhole: false, broken: { n: 2, problem: 'altered' } },
  })
  expect(spoken.out).toContain('se rompe en la anotación 2: se alteró su contenido')
  expect((await muster.json('audit')).answer).toEqual({ items: [], total: 0 })
})
