import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { MIGRATIONS, openDatabase } from '../../src/db/database.ts'
import { readMigrations } from '../../src/db/migrate.ts'
import { jobDesk } from '../../src/jobs/queue/ask.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { runStore } from '../../src/jobs/store.ts'
import { cuttableProxy } from '../support/cuttable-proxy.ts'
import { emptyTestDatabase, testDatabase } from '../support/postgres.ts'
import { type StoppableMuster, startStoppable } from '../support/stoppable-muster.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster serve '))
const { url } = await testDatabase()
const proxy = await cuttableProxy(url)
const schedule = { nightly: null, figures: null, collectAgain: null, retrain: null, inbox: null }
const working = await configured('working', schedule)
const idle = await configured('idle', { jobs: false })

const servers: StoppableMuster[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.signal('SIGKILL')
    await server.ended
  }
})
afterAll(async () => {
  proxy.cut()
  await rm(folder, { recursive: true })
})

async function configured(name: string, settings: object): Promise<string> {
  const config = join(folder, `${name}.yaml`)
  const text = { sources: {}, dataFolder: name, server: { port: 0 }, schedule: settings }
  await writeFile(config, JSON.stringify(text))
  return config
}

function serve(databaseUrl: string, config: string): StoppableMuster {
  const env = { DATABASE_URL: databaseUrl }
  const server = startStoppable({ env, args: ['--config', config, 'serve'] })
  servers.push(server)
  return server
}

async function addressOf({ out }: StoppableMuster): Promise<string> {
  await expect.poll(out, { timeout: 60_000, interval: 50 }).toMatch(/listens at/u)
  return /listens at (\S+)/u.exec(out())?.[1] ?? ''
}

const answerOf = async (address: string, path: string) => {
  const answer = await fetch(`${address}${path}`)
  return { status: answer.status, body: await answer.json() }
}
const statusOf = async (address: string, path: string) => (await answerOf(address, path)).status

/** Keeps everybody from a table, until it is let go. */
async function holdTable(table: string) {
  const session = new pg.Client({ connectionString: url })
  session.on('error', () => {}) // a test that fails leaves it behind
  await session.connect()
  await session.query('begin')
  await session.query(`lock table ${table} in access exclusive mode`)
  return {
    release: async () => {
      await session.query('rollback')
      await session.end()
    },
  }
}

const TIMEOUT = { timeout: 180_000 }

describe('a server whose database refuses connections', () => {
  it('waits, says so, and serves once it is let in', TIMEOUT, async () => {
    proxy.cut()
    const server = serve(proxy.url, idle)
    await expect.poll(server.err, { timeout: 30_000 }).toMatch(/does not answer yet; waiting/u)
    await sleep(3000)
    expect(server.out()).not.toMatch(/listens at/u)
    await proxy.mend()

    expect(await statusOf(await addressOf(server), '/ready')).toBe(200)
    expect(server.err().match(/waiting for it/gu)).toHaveLength(1)
  })

  it('stops waiting when it is asked to stop', TIMEOUT, async () => {
    proxy.cut()
    const server = serve(proxy.url, idle)
    await expect.poll(server.err, { timeout: 30_000 }).toMatch(/does not answer yet; waiting/u)
    server.signal('SIGTERM')
    const { code, signal } = await server.ended
    await proxy.mend()

    expect([code, signal]).toEqual([1, null])
  })
})

describe('a server whose database goes away', () => {
  it('lives, is not ready, comes back, and loses no job', TIMEOUT, async () => {
    const database = await openDatabase({ url })
    const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
    const who = { host: 'test', pid: 1, version: '0' }
    const desk = jobDesk({ database, who, boss, wake: () => {} })
    const runs = runStore(database)
    const by = { actor: 'ana', cause: 'person', language: 'en' } as const
    const recount = { task: 'recompute', source: null, to: null } as const
    const stateOf = async (run: number) => (await runs.get(run)).state

    const address = await addressOf(serve(proxy.url, working))
    const hold = await holdTable('metric_day')
    const [first, second] = [
      await desk.ask({ ...recount, from: '2026-01-01' }, by),
      await desk.ask({ ...recount, from: '2026-01-02' }, by),
    ]
    await expect.poll(() => stateOf(first), { timeout: 60_000 }).toBe('running')
    proxy.cut()
    await sleep(4000)
    const without = [await statusOf(address, '/health'), await statusOf(address, '/ready')]
    const told = await answerOf(address, '/ready')
    await proxy.mend()
    await hold.release()

    expect(without).toEqual([200, 503])
    expect(told.body).toMatchObject({ code: 'server.not-ready' })
    await expect.poll(() => statusOf(address, '/ready'), { timeout: 30_000 }).toBe(200)
    for (const run of [first, second]) {
      await expect.poll(() => stateOf(run), { timeout: 120_000, interval: 100 }).toBe('agreed')
    }
    const third = await desk.ask({ ...recount, from: '2026-01-03' }, by)
    await expect.poll(() => stateOf(third), { timeout: 60_000 }).toBe('agreed')
    expect((await runs.get(third)).tries).toBe(1)
    await boss.stop({ graceful: false })
    await database.close()
  })

  it('says so to who asks, and nothing of where it is', TIMEOUT, async () => {
    const server = serve(proxy.url, idle)
    const address = await addressOf(server)
    proxy.cut()
    const sent = { name: 'admin', password: 'correo lento tejado gris', means: 'tokens' }
    const answer = await fetch(`${address}/api/session`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify(sent),
    })
    const problem = (await answer.json()) as { code: string }
    await proxy.mend()

    expect([answer.status, problem.code]).toEqual([503, 'database.unreachable'])
    expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|ECONN/u)
    await expect.poll(() => statusOf(address, '/ready'), { timeout: 30_000 }).toBe(200)
  })
})

describe('a server whose port is taken', () => {
  it('ends and says so', TIMEOUT, async () => {
    const { port } = new URL(await addressOf(serve(url, idle)))
    const config = join(folder, 'taken.yaml')
    await writeFile(config, JSON.stringify({ sources: {}, server: { port: Number(port) } }))
    const { code, said } = await serve(url, config).ended

    expect([code, said]).toEqual([1, expect.stringContaining(port)])
  })
})

describe('a server that is asked to stop', () => {
  it('answers what is under way, lets nobody new in, and ends well', TIMEOUT, async () => {
    const server = serve(url, idle)
    const address = await addressOf(server)
    const hold = await holdTable('run')
    const underWay = fetch(`${address}/ready`)
    await sleep(500)
    server.signal('SIGTERM')
    const refused = () =>
      fetch(`${address}/health`).then(
        ({ status }) => status,
        () => 'refused',
      )
    await expect.poll(refused, { timeout: 30_000 }).toBe('refused')
    await hold.release()

    expect((await underWay).status).toBe(200)
    expect((await server.ended).code).toBe(0)
  })
})

describe('a client that sends its request byte by byte', () => {
  it('is cut off, as is one that sends nothing, while others are served', TIMEOUT, async () => {
    const address = await addressOf(serve(url, idle))
    const { hostname, port } = new URL(address)
    const slow = Array.from({ length: 20 }, () => connect(Number(port), hostname))
    const silent = connect(Number(port), hostname)
    const closed = [...slow, silent].map(
      (socket) =>
        new Promise<string>((resolve) =>
          socket
            .resume()
            .on('error', () => {})
            .on('close', () => resolve('closed')),
        ),
    )
    const words = `GET /health HTTP/1.1\r\nhost: localhost\r\nx-slow: ${'a'.repeat(600)}`
    let at = 0
    const dripping = setInterval(() => {
      for (const socket of slow) if (socket.writable) socket.write(words[at] ?? 'a')
      at += 1
    }, 250)
    const statuses: number[] = []
    const all = Promise.all(closed).then(() => 'all closed')
    let ended: string | null = null
    while (ended === null) {
      statuses.push(await statusOf(address, '/health'))
      ended = await Promise.race([all, sleep(500, null)])
    }
    clearInterval(dripping)

    expect(ended).toBe('all closed')
    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})

describe('two servers on an empty database', () => {
  it('both come up, and each migration is done once', TIMEOUT, async () => {
    const empty = await emptyTestDatabase()
    const pair = [serve(empty, idle), serve(empty, await configured('other', { jobs: false }))]
    const addresses = await Promise.all(pair.map(addressOf))
    const ready = await Promise.all(addresses.map((address) => statusOf(address, '/ready')))
    const session = new pg.Client({ connectionString: empty })
    await session.connect()
    const { rows } = await session.query('select number from migration')
    const people = await session.query('select name from person')
    await session.end()
    for (const server of pair) {
      server.signal('SIGTERM')
      expect((await server.ended).code).toBe(0)
    }

    expect(ready).toEqual([200, 200])
    expect(rows).toHaveLength((await readMigrations(MIGRATIONS)).length)
    expect(people.rows).toEqual([{ name: 'admin' }])
    expect(pair.filter(({ out }) => /one-time password/u.test(out()))).toHaveLength(1)
  })
})
