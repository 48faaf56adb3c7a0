import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { openDatabase } from './database.ts'

const database = await testDatabase()
await database.pool.query('create table visit (n integer primary key)')

describe('openDatabase', () => {
  it('reads counts as numbers, days and decimals as text, instants as Date', async () => {
    const { rows } = await database.pool.query(
      `select count(*) as count, date '2026-03-29' as day, 1.10::numeric as price,
        timestamptz '2026-03-29 02:30:00Z' as at, array[1, null, 2]::bigint[] as many,
        '{"a":[1]}'::jsonb as json, null::bigint as none, array[date '2026-03-29'] as days`,
    )
    expect(rows).toEqual([
      {
        count: 1,
        day: '2026-03-29',
        price: '1.10',
        at: new Date('2026-03-29T02:30:00Z'),
        many: [1, null, 2],
        json: { a: [1] },
        none: null,
        days: ['2026-03-29'],
      },
    ])
  })

  it('refuses a whole number that a number does not hold exactly', async () => {
    const largest = await database.pool.query('select 9007199254740991::bigint as n')
    expect(largest.rows).toEqual([{ n: 9007199254740991 }])
    const beyond = database.pool.query('select 9007199254740993::bigint as n')
    await expect(beyond).rejects.toThrow('9007199254740993 is beyond exact numbers')
    expect((await database.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  })

  it('tells the server its name', async () => {
    const { rows } = await database.pool.query(`select current_setting('application_name') as name`)
    expect(rows).toEqual([{ name: expect.stringMatching(/^muster #[0-9a-f]{8}$/u) }])
  })

  it('names an unreachable server without its password', async () => {
    const url = 'postgres://someone:pa55word@127.0.0.1:1/books'
    const failure = await openDatabase({ url }).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'database.unreachable',
      details: {
        where: '127.0.0.1:1/books',
        reason: 'nothing-answers',
        said: expect.stringContaining('ECONNREFUSED'),
      },
    })
    expect(JSON.stringify(failure)).not.toContain('pa55word')
    expect(String(failure)).not.toContain('pa55word')
  })

  it('says that a URL is none without repeating it', async () => {
    const failure = await openDatabase({ url: 'pa55word' }).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'database.unreachable',
      details: { where: '', reason: 'no-server-url', said: '' },
    })
    expect(String(failure)).not.toContain('pa55word')
  })
})

describe('transaction', () => {
  it('keeps typed statements and those of its session together, whole or not at all', async () => {
    const failing = database.transaction(async ({ db, client }) => {
      await client.query('insert into visit values (1)')
      await db.insertInto('migration').values({ number: 9001, name: 'x', checksum: 'y' }).execute()
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await database.pool.query('select n from visit')).rows).toEqual([])
    const names = await database.transaction(async ({ db, client }) => {
      await client.query('insert into visit values (2)')
      return db.selectFrom('migration').select('name').where('number', '=', 1).execute()
    })
    expect(names).toHaveLength(1)
    expect((await database.pool.query('select n from visit')).rows).toEqual([{ n: 2 }])
  })

  it('does not call kept what the server undid because a failed statement was ignored', async () => {
    const ignoring = database.transaction(async ({ client }) => {
      await client.query('insert into visit values (3)')
      await client.query('select 1/0').catch(() => {})
    })
    await expect(ignoring).rejects.toThrow('a statement of the transaction had failed')
  })

  it('gives its session back to the pool however it ends', async () => {
    for (let turn = 0; turn < 25; turn += 1) {
      await database.transaction(({ client }) => client.query('select 1/0')).catch(() => {})
    }
    expect(database.pool.totalCount).toBeLessThanOrEqual(10)
    expect(database.pool.idleCount).toBe(database.pool.totalCount)
  })
})

describe('tryExclusive', () => {
  it('gives a name to one at a time, and again after release', async () => {
    const other = await openDatabase({ url: database.url })
    const first = await database.tryExclusive('plan')
    expect(first).not.toBe(null)
    expect(await other.tryExclusive('plan')).toBe(null)
    const elsewhere = await other.tryExclusive('report')
    expect(elsewhere).not.toBe(null)
    await first?.release()
    const second = await other.tryExclusive('plan')
    expect(second).not.toBe(null)
    await second?.release()
    await elsewhere?.release()
    await other.close()
  })
})
