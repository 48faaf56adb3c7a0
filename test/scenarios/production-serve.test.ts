import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-production-'))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()

/** What keeps a server from starting with these settings. */
async function unfit(name: string, settings: object, env: Record<string, string>) {
  const config = join(folder, `${name}.yaml`)
  await writeFile(config, JSON.stringify({ sources: {}, dataFolder: name, ...settings }))
  return musterAt({ env, config, now: () => new Date() })
}

async function faultsOf(name: string, settings: object, env: Record<string, string>) {
  const { code, answer } = await (await unfit(name, settings, env)).json('serve')
  expect([code, answer.error.code]).toEqual([1, 'server.unfit'])
  const { faults } = answer.error.details as { faults: { fault: string; about: string }[] }
  return faults.map(({ fault, about }) => [fault, about.replace(folder, '')])
}

const SAFE = { mode: 'production', hosts: ['muster.provincia.cu'], isBehindTls: true }
const HERE = { DATABASE_URL: database.url }

describe('a server in production', () => {
  it('tells everything that is wrong at once, and makes nothing', async () => {
    const file = join(folder, 'no-folder')
    await writeFile(file, 'a file where a folder would be')
    const settings = { server: { mode: 'production' }, keyRing: join(file, 'key-ring.json') }
    const faults = await faultsOf('all', settings, { ...HERE, NODE_TLS_REJECT_UNAUTHORIZED: '0' })

    expect(
      faults.map(([fault, about]) => (fault?.startsWith('database') ? [fault] : [fault, about])),
    ).toEqual([
      ['hosts-empty', 'server.hosts'],
      ['not-behind-tls', 'server.isBehindTls'],
      ['tls-verification-off', 'NODE_TLS_REJECT_UNAUTHORIZED'],
      ['keys-missing', '/no-folder/key-ring.json'],
      ['keys-missing', '/no-folder/access-keys.json'],
      ...[['database-superuser'], ['database-creates-roles'], ['database-owns-tables']],
    ])
    expect(await readdir(folder)).not.toContain('all')
  })

  it('names keys that are there and are none', async () => {
    await writeFile(join(folder, 'torn.json'), '{"current":')
    const faults = await faultsOf('torn', { server: SAFE, keyRing: 'torn.json' }, HERE)

    expect(faults).toContainEqual(['keys-unreadable', '/torn.json'])
  })

  it('sends no password over a connection that is not verified', async () => {
    const DATABASE_URL = 'postgres://muster_app:changeme@db.provincia.cu/muster?sslmode=no-verify'

    expect(await faultsOf('far', { server: SAFE }, { DATABASE_URL })).toEqual([
      ['database-not-verified', 'db.provincia.cu/muster'],
      ['database-default-password', 'muster_app'],
      ['database-unchecked', 'DATABASE_URL'],
    ])
  })

  it('tells the rest as well where the database cannot be reached', async () => {
    const DATABASE_URL = 'postgres://muster_app@127.0.0.1:9/muster'
    const settings = { server: { ...SAFE, isBehindTls: false } }

    expect(await faultsOf('absent', settings, { DATABASE_URL })).toEqual([
      ['not-behind-tls', 'server.isBehindTls'],
      ['database-unchecked', 'database.unreachable'],
    ])
  })

  it('says each in a sentence, in Spanish too, and never a password', async () => {
    const DATABASE_URL = 'postgres://muster_app:changeme@db.provincia.cu/muster'
    const muster = await unfit('spoken', { server: SAFE, language: 'es' }, { DATABASE_URL })
    const { code, err } = await muster.spoken('--lang', 'es', 'serve')

    expect(code).toBe(1)
    expect(err).toMatch(/^El servidor no se inició/u)
    expect(err).toContain('- db.provincia.cu/muster: la conexión con este servidor')
    expect(err).not.toContain('changeme')
  })
})

describe('a worker in production', () => {
  it('needs no name and no https, but all the rest', async () => {
    const muster = await unfit('work', { server: { mode: 'production' } }, HERE)
    const { answer } = await muster.json('work')

    expect(answer.error.code).toBe('server.unfit')
    expect(answer.error.details.faults.map(({ fault }: { fault: string }) => fault)).toEqual([
      ...['database-superuser', 'database-creates-roles', 'database-owns-tables'],
    ])
  })
})

describe('a server in development', () => {
  it.each(['0.0.0.0', '::', '192.168.7.7'])('does not listen at %s', async (host) => {
    expect(await faultsOf('open', { server: { host } }, HERE)).toEqual([
      ['open-development', `server.host ${host}`],
    ])
  })
})
