import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { hookServer } from '../support/hook-server.ts'
import { mailServer } from '../support/mail-server.ts'
import { musterAt } from '../support/muster-at.ts'
import { testDatabase } from '../support/postgres.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster doctor '))
afterAll(() => rm(folder, { recursive: true }))
const database = await testDatabase()

interface Item {
  readonly subject: string
  readonly about: string | null
  readonly health: string
  readonly says: string
  readonly todo: string | null
}

/** The doctor over a configuration of these settings. */
async function doctorOf(name: string, settings: object | string, env: Record<string, string> = {}) {
  const home = join(folder, name)
  await mkdir(home, { recursive: true })
  const config = join(home, 'muster.yaml')
  await writeFile(config, typeof settings === 'string' ? settings : JSON.stringify(settings))
  const installation = { env: { DATABASE_URL: database.url, ...env }, config }
  return { home, ...musterAt({ ...installation, now: () => new Date() }) }
}

async function remarksOf(muster: Awaited<ReturnType<typeof doctorOf>>) {
  const { code, answer } = await muster.json('doctor')
  const items: Item[] = answer.items
  return { code, items, of: (subject: string) => items.filter((item) => item.subject === subject) }
}

const QUIET = { server: { port: 0 } }

describe('muster doctor on a broken installation', () => {
  it('tells every fault of the configuration and still looks at the machine', async () => {
    const muster = await doctorOf('invalid', { sources: {}, timeZone: 'Havana', serve: {} })
    const { code, items, of } = await remarksOf(muster)

    expect(code).toBe(1)
    expect(of('configuration')).toHaveLength(1)
    expect(of('configuration')[0]?.says).toMatch(/timeZone[\s\S]*serve/u)
    expect(items.map(({ subject }) => subject)).toEqual([
      ...['versions', 'account', 'memory', 'configuration', 'web'],
    ])
  })

  it('names each source, key file and channel that does not work, with what to do', async () => {
    const secret = 'MUSTER_WEBHOOK_SECRET'
    const muster = await doctorOf(
      'broken',
      {
        ...QUIET,
        keyRing: 'torn.json',
        sources: {
          ocs: { host: '127.0.0.1', port: 9, user: 'o', inventoryField: 'Inv' },
          'device-files': {
            intune: { folder: 'empty', file: '*.csv', columns: { nativeKey: 'Id' } },
          },
        },
        alerts: {
          webhook: { url: 'http://127.0.0.1:9/hooks/x9x9', allowPrivateAddress: true },
          email: {
            ...{ host: '127.0.0.1', port: 9, security: 'none' },
            ...{ from: 'm@provincia.cu', to: ['a@provincia.cu'] },
          },
        },
      },
      { [secret]: 'a secret of sixteen' },
    )
    await writeFile(join(muster.home, 'torn.json'), '{"current":')
    const { code, items } = await remarksOf(muster)
    const broken = items.filter(({ health }) => health === 'broken')

    expect(code).toBe(1)
    expect(broken.map(({ subject, about }) => [subject, about?.replace(muster.home, '')])).toEqual([
      ['keys', '/torn.json'],
      ['sources', 'intune'],
      ['sources', 'ocs'],
      ['sources', 'finance-register'],
      ['sources', 'locations'],
      ['alerts', 'email'],
      ['alerts', 'webhook'],
    ])
    expect(JSON.stringify(items)).not.toContain('x9x9')
  })

  it.runIf(process.platform !== 'win32')('names a secret that others may read', async () => {
    const open = join(folder, 'open-secret')
    await writeFile(open, 'postgres://a:b@c/d', { mode: 0o644 })
    const muster = await doctorOf('secret', { sources: {} }, { MUSTER_OCS_PASSWORD_FILE: open })
    const { code, of } = await remarksOf(muster)

    expect(code).toBe(1)
    expect(of('configuration')[0]?.says).toContain(`chmod 600 ${open}`)
  })

  it('names the database that does not answer, and looks at the rest', async () => {
    const DATABASE_URL = 'postgres://muster_app:s3cret@127.0.0.1:9/muster'
    const { code, items, of } = await remarksOf(
      await doctorOf('absent', { sources: {}, ...QUIET }, { DATABASE_URL }),
    )

    expect([code, of('database').map(({ health }) => health)]).toEqual([1, ['broken']])
    expect(items.map(({ subject }) => subject)).toContain('disk')
    expect(JSON.stringify(items)).not.toContain('s3cret')
  })

  it('says in production what keeps the server from starting', async () => {
    const server = { mode: 'production', port: 0, isBehindTls: true }
    const { code, of } = await remarksOf(await doctorOf('unfit', { sources: {}, server }))

    expect([code, of('configuration').map(({ about }) => about)]).toEqual([1, ['server.hosts']])
  })

  it('knows another program at the place of the server', async () => {
    const other = await hookServer({ status: 200, said: 'hello' })
    const port = Number(new URL(other.url).port)
    const { of } = await remarksOf(await doctorOf('taken', { sources: {}, server: { port } }))
    await other.close()

    expect(of('server').map(({ health, about }) => [health, about])).toEqual([
      ['broken', `127.0.0.1:${port}`],
    ])
  })
})

describe('muster doctor on an installation that works', () => {
  it('reaches sources and channels, sends nothing, and writes nothing', async () => {
    const mail = await mailServer({ authOptional: true, disabledCommands: ['STARTTLS'] })
    const hook = await hookServer({ status: 204 })
    const muster = await doctorOf(
      'works',
      {
        ...QUIET,
        sources: {
          'device-files': { intune: { folder: 'in', file: '*.csv', columns: { nativeKey: 'Id' } } },
        },
        alerts: {
          webhook: { url: hook.url, allowPrivateAddress: true },
          email: {
            ...{ host: '127.0.0.1', port: mail.port, security: 'none' },
            ...{ from: 'm@provincia.cu', to: ['a@provincia.cu'] },
          },
        },
      },
      { MUSTER_WEBHOOK_SECRET: 'a secret of sixteen' },
    )
    const inbox = join(muster.home, 'in')
    await mkdir(inbox)
    await writeFile(join(inbox, 'devices.csv'), 'Id,Name\n1,PC-1\n')
    const old = new Date(Date.now() - 40 * 86_400_000)
    await utimes(join(inbox, 'devices.csv'), old, old)
    const { code, items, of } = await remarksOf(muster)
    await Promise.all([mail.close(), hook.close()])

    expect(items.filter(({ health }) => health === 'broken')).toEqual([])
    expect(code).toBe(2)
    expect(of('alerts').map(({ health }) => health)).toEqual(['ok', 'ok'])
    expect(of('sources').map(({ about, health }) => [about, health])).toEqual([
      ['intune', 'attention'],
    ])
    expect([mail.taken, hook.received]).toEqual([[], []])
    expect((await readdir(muster.home)).toSorted()).toEqual(['in', 'muster.yaml'])
    const { rows } = await database.pool.query('select from run')
    expect(rows).toHaveLength(0)
  })

  it('speaks Spanish where the configuration does', async () => {
    const muster = await doctorOf('es', { sources: {}, language: 'es', ...QUIET })
    const { out } = await muster.spoken('doctor')

    expect(out).toContain('última noche: todavía no hubo ninguna noche')
    expect(out).toMatch(/^atención {2}copia: todavía no hubo ninguna$/mu)
  })
})
