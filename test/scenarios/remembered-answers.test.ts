import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { peopleStore } from '../../src/access/people/store.ts'
import { tokenStore } from '../../src/access/tokens/store.ts'
import { openDatabase } from '../../src/db/database.ts'
import { testDatabase } from '../support/postgres.ts'
import { startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster remembers '))
const config = join(folder, 'muster.yaml')
await writeFile(config, JSON.stringify({ sources: {}, server: { port: 0 } }))
const { url, pool } = await testDatabase()
const database = await openDatabase({ url })
const served = startStoppable({ env: { DATABASE_URL: url }, args: ['--config', config, 'serve'] })
afterAll(async () => {
  served.signal('SIGTERM')
  await served.ended
  await database.close()
  await rm(folder, { recursive: true })
})
await vi.waitFor(() => expect(served.out()).toMatch(/listens at/u), { timeout: 60_000 })
const address = /listens at (\S+)/u.exec(served.out())?.[1] ?? ''

async function readingToken(): Promise<string> {
  const at = new Date()
  const { id: personId } = await peopleStore(database).getByName('admin')
  const asked = { name: 'reads', permissions: ['read'], sites: null, expiresInDays: 1 } as const
  const maker = { personId, permissions: ['read'], sites: null } as const
  return (await tokenStore(database).make(asked, maker, { by: 'admin', at })).secret
}
const token = await readingToken()

async function sites(): Promise<readonly string[]> {
  const answer = await fetch(`${address}/api/sites`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { items } = (await answer.json()) as { items: { name: string }[] }
  return items.map(({ name }) => name)
}

const found = (name: string) =>
  pool.query(`insert into site (name, created_on) values ($1, '2026-11-20')`, [name])

it('answers from memory until somebody else changes something', async () => {
  await found('Alder')
  await expect.poll(sites, { timeout: 10_000 }).toEqual(['Alder'])
  await pool.query('alter table site disable trigger tell_change')
  await found('Birch')
  const untold = await sites()
  await pool.query('alter table site enable trigger tell_change')
  await found('Cedar')

  expect(untold).toEqual(['Alder'])
  await expect.poll(sites, { timeout: 10_000 }).toEqual(['Alder', 'Birch', 'Cedar'])
})
