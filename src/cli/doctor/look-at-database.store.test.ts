import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyTestDatabase, testDatabase } from '../../../test/support/postgres.ts'
import { loadConfig } from '../../config.ts'
import { lookAtDatabase } from './look-at-database.ts'

const folder = await mkdtemp(join(tmpdir(), 'muster-doctor-'))
afterAll(() => rm(folder, { recursive: true }))

function configFor(url: string | null, timeZone = 'America/Havana') {
  return loadConfig({
    ...{ file: 'muster.yaml', folder, language: 'en', env: url ? { DATABASE_URL: url } : {} },
    text: JSON.stringify({ sources: {}, timeZone, dataFolder: 'data' }),
  })
}

async function look(url: string | null, isNightDue = true) {
  const asking = { now: () => new Date(), isNightDue }
  const { remarks, ...rest } = await lookAtDatabase(configFor(url), asking)
  return {
    ...rest,
    remarks: remarks.map(({ subject, health, says }) => [subject, health, says.en]),
  }
}

describe('a database that is looked at', () => {
  it('tells version, shape, role, clock, zone, nights and backups', async () => {
    const { url } = await testDatabase()
    const { remarks, isAnythingSealed } = await look(url)

    expect(isAnythingSealed).toBe(false)
    expect(remarks.map(([subject]) => subject)).toEqual([
      ...['database', 'database', 'database', 'clock', 'clock', 'nights', 'backup'],
    ])
    expect(remarks[0]?.[2]).toMatch(
      /^PostgreSQL 1\d\.\d+.*, .+\/muster_test_.+, \d+ MB$|\d\.\d MB$/u,
    )
    expect(remarks.slice(1, 2)).toEqual([['database', 'ok', 'has the shape of this version']])
    expect(remarks.slice(4)).toEqual([
      ['clock', 'ok', 'time zone America/Havana'],
      ['nights', 'attention', 'there was no night yet'],
      ['backup', 'attention', 'there was none yet'],
    ])
  })

  it('knows the last night and the last backup by the record of runs', async () => {
    const database = await testDatabase()
    await database.pool.query(`
      insert into run (task, state, cause, actor, host, pid, version, started_at, ended_at)
      values ('nightly', 'failed', 'schedule', 'a', 'h', 1, '0', now(), now()),
        ('backup', 'agreed', 'person', 'a', 'h', 1, '0', now(), now())`)
    const { remarks } = await look(database.url)

    expect(remarks.slice(5).map(([subject, health]) => [subject, health])).toEqual([
      ['nights', 'broken'],
      ['backup', 'ok'],
    ])
  })

  it('is left without tables where it has none, and says what is to be done', async () => {
    const url = await emptyTestDatabase()
    const { remarks } = await look(url)

    expect(remarks[1]?.slice(0, 2)).toEqual(['database', 'attention'])
    expect(remarks[1]?.[2]).toMatch(/^still to be done: 0001-runs\.sql, /u)
    const session = new pg.Client({ connectionString: url })
    await session.connect()
    const { rows } = await session
      .query("select relname from pg_class where relnamespace = 'public'::regnamespace")
      .finally(() => session.end())
    expect(rows).toEqual([])
  })

  it('is named with the reason where it does not answer', async () => {
    const { remarks } = await look('postgres://muster_app:s3cret@127.0.0.1:9/muster')

    expect(remarks).toHaveLength(1)
    expect(remarks[0]?.slice(0, 2)).toEqual(['database', 'broken'])
    expect(remarks[0]?.[2]).not.toContain('s3cret')
  })

  it('is not made where there is none', async () => {
    const { remarks } = await look(null)

    expect(remarks.map(([subject, health]) => [subject, health])).toEqual([['database', 'ok']])
    expect(await readdir(folder)).toEqual([])
  })
})
