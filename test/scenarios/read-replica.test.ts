import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/database.ts'
import { openReader } from '../../src/db/reader.ts'
import { errorCode } from '../../src/db/system-error.ts'
import { type ApiOffice, apiOffice, callerOf } from '../support/api-office.ts'
import { COUNTED_ON, keepCountedFleet, MONTH_END } from '../support/counted-fleet.ts'
import { keepFigures, weeklyFigures } from '../support/daily-figures.ts'
import { type ServerWithStandby, serverWithStandby } from '../support/standby.ts'

let servers: ServerWithStandby
let office: ApiOffice
let standby: pg.Client

beforeAll(async () => {
  servers = await serverWithStandby()
  const database = await openDatabase({ url: servers.url })
  await keepCountedFleet(database)
  const figures = weeklyFigures({ days: 60, seed: 3, until: COUNTED_ON })
  await keepFigures(database, { source: 'pos', metric: 'sold' }, figures)
  await servers.startStandby()
  const { rows } = await database.pool.query('select pg_current_wal_lsn()::text as position')
  standby = await sessionOn(servers.standbyUrl)
  const isThere = async () =>
    (
      await standby.query('select pg_last_wal_replay_lsn() >= $1::pg_lsn as "isThere"', [
        rows[0].position,
      ])
    ).rows[0].isThere
  while (!(await isThere())) await sleep(20)
  await database.close()
  office = await apiOffice(servers.url, {
    now: () => new Date(`${COUNTED_ON}T09:00:00Z`),
    env: { DATABASE_READ_URL: servers.standbyUrl },
  })
}, 120_000)

afterAll(async () => {
  await standby.end().catch(() => {}) // its server was ended under it
  await office?.close()
  await servers?.close()
})

async function sessionOn(url: string): Promise<pg.Client> {
  const session = new pg.Client({ connectionString: url })
  session.on('error', () => {}) // a test ends its server
  await session.connect()
  return session
}

const POS = 'source_name=pos&metric=sold'
/** Reads that may be some moments behind. */
const READS = [
  ...['/api/dashboard/today', '/api/dashboard/comparison', '/api/dashboard/sites'],
  ...['/api/dashboard/devices', '/api/sites', '/api/devices', '/api/counts', '/api/days'],
  ...['/api/devices/export?format=csv', `/api/compare?from=${MONTH_END}&to=${COUNTED_ON}`],
  ...['/api/findings', '/api/findings/ageing', '/api/findings/export?format=xlsx'],
  ...['/api/metrics/names', `/api/metrics/daily?${POS}`, `/api/metrics/export.csv?${POS}`],
  ...['/api/anomalies', `/api/metrics/anomaly/rolling?${POS}`],
]
const CHANGED = ['record_version', 'day_count', 'finding', 'metric_day', 'anomaly', 'site', 'run']

const statuses = () =>
  Promise.all(READS.map(async (url) => [url, (await office.get(url)).statusCode] as const))

const warnings = async () =>
  (await office.send(null, { method: 'GET', url: '/ready' })).json().warnings

/** What is replayed at once may end the very statement that had it resumed. */
async function resumeReplay(): Promise<void> {
  await standby.query('select pg_wal_replay_resume()').catch((error: unknown) => {
    if (errorCode(error) !== '40001') throw error
  })
}

describe('a server with a replica', () => {
  it('lists, compares and exports from it alone, and tells the rest from the primary', async () => {
    await standby.query('select pg_wal_replay_pause()')
    const held = await sessionOn(servers.url)
    await held.query('begin')
    await held.query(`lock table ${CHANGED.join(', ')} in access exclusive mode`)
    const read = await statuses()
    const run = office.get('/api/runs')
    const first = await Promise.race([run, sleep(1000, 'waits')])
    await held.query('rollback')
    await held.end()

    expect(read).toEqual(READS.map((url) => [url, 200]))
    expect([first, (await run).statusCode]).toEqual(['waits', 200])
  })

  it('reads from the primary while the replica is half a minute behind', async () => {
    expect(await warnings()).toEqual([])
    const behind = [{ name: 'read-replica', code: 'behind' }]
    await expect.poll(warnings, { timeout: 90_000, interval: 1000 }).toEqual(behind)
    const site = `update site set name = 'Norte Grande' where name = 'Norte'`
    const session = await sessionOn(servers.url)
    await session.query(site)
    await session.end()
    const names = async () =>
      (await office.get('/api/sites')).json().items.map(({ name }: { name: string }) => name)

    expect(await names()).toContain('Norte Grande')
    await resumeReplay()
    await expect.poll(warnings, { timeout: 30_000, interval: 500 }).toEqual([])
    await expect.poll(names, { timeout: 10_000 }).toContain('Norte Grande') // by now it may lag by less
  }, 120_000)

  it('goes on without it, says so, and takes it up again', async () => {
    await servers.stopStandby()
    const without = await statuses()
    const told = await warnings()
    const page = await office.send(callerOf('administrator'), { method: 'GET', url: '/metrics' })
    await servers.startStandby()

    expect(without).toEqual(READS.map((url) => [url, 200]))
    expect(told).toEqual([{ name: 'read-replica', code: expect.any(String) }])
    expect(page.payload).toContain('muster_replica_up 0')
    await expect.poll(warnings, { timeout: 30_000, interval: 500 }).toEqual([])
  }, 60_000)
})

describe('openReader', () => {
  it('writes nothing, even where its server would let it', async () => {
    const primary = await openDatabase({ url: servers.url })
    const reader = openReader(servers.url, primary)
    const { db } = reader.database
    const name = { name: 'x', created_on: COUNTED_ON }

    await expect(db.insertInto('site').values(name).execute()).rejects.toThrow(/read-only/u)
    expect(await reader.fault()).toBeNull()
    await reader.close()
    await primary.close()
  })

  it('takes no database of another shape for a replica', async () => {
    const primary = await openDatabase({ url: servers.url })
    const other = new URL(servers.url)
    other.pathname = '/postgres'
    const reader = openReader(other.href, primary)
    const { rows } = await reader.database.transaction(({ client }) =>
      client.query('select current_database() as name'),
    )

    expect(rows).toEqual([{ name: 'muster' }])
    expect(await reader.fault()).toBe('42P01') // no table of migrations
    await reader.close()
    await primary.close()
  })
})
