import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { accessServer } from '../../test/support/access-server.ts'
import { testDatabase } from '../../test/support/postgres.ts'
import { serveDemo, startDemo } from './demo-serving.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-served-demo-'))
const database = await testDatabase()
const settings = { server: { host: '0.0.0.0', port: 8080, allowOpenDevelopment: true } }
const order = { folder, database, settings, start: new Date('2026-11-20T15:00:00Z') }
const { app, close } = await accessServer(order)
const demo = await startDemo(app, 0)
afterAll(async () => {
  await demo.close()
  await close()
  await rm(folder, { recursive: true })
})

const jsonOf = async (answer: Response) => JSON.parse(await answer.text())

interface Told {
  readonly name: string
  readonly lastSignInAt: string | null
}

const signIn = (password: string) =>
  fetch(`${demo.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: demo.name, password, means: 'tokens' }),
  })

it('listens at this machine alone, whatever the configuration says', () => {
  expect(demo.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u)
})

it('lets its administrator in by the password it tells, and by no other', async () => {
  const { accessToken, who } = await jsonOf(await signIn(demo.password))
  expect(who).toMatchObject({ role: 'administrator', mustChangePassword: false })
  expect((await signIn('muster-demo-password')).status).toBe(401)

  const authorization = `Bearer ${accessToken}`
  const people = await fetch(`${demo.address}/api/people`, { headers: { authorization } })
  const told = (await jsonOf(people)).items.map(({ name, lastSignInAt: at }: Told) => [name, at])
  expect(told).toEqual([
    ['ana', null],
    ['demo', '2026-11-20T15:00:00.000Z'],
    ['luis', null],
    ['marta', null],
  ])
  const about = await fetch(`${demo.address}/api/settings/about`, { headers: { authorization } })
  expect((await jsonOf(about)).has.fleet).toBe(true)
})

it('tells where and as whom one signs in, until it is stopped', async () => {
  const told: string[] = []
  const stopping = new AbortController()
  await app.database.pool.query(`update person set name = name || '-before'`)
  const stopped = serveDemo(
    { ...app, signal: stopping.signal, language: 'es' },
    {
      tell(lines) {
        told.push(...lines)
        stopping.abort()
      },
    },
  )

  expect((await stopped).lines).toEqual(['Detenido.'])
  expect(told.join('\n')).toMatch(
    /El panel: http:\/\/127\.0\.0\.1:\d+\nEntre como: demo {3}Contraseña: \S{23}\n/u,
  )
})
