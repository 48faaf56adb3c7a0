import fc from 'fast-check'
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { copyRows } from './copy.ts'

const database = await testDatabase()
const COLUMNS = [
  'n',
  'text',
  'json',
  'at',
  'day',
  'big',
  'float',
  'flag',
  'bytes',
  'texts',
] as const
await database.pool.query(`
  create table "odd ""name" (n int, text text, json jsonb, at timestamptz, day date, big bigint,
    float float8, flag boolean, bytes bytea, texts text[])`)

/** PostgreSQL keeps no character zero in text, and JSON none either. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', 'N', '.', '"', "'", '{', ',') }),
  )
  .map((value) => value.replaceAll('\0', ''))
const instant = fc.date({
  min: new Date('0001-01-01T00:00:00Z'),
  max: new Date('9999-12-31T00:00:00Z'),
  noInvalidDate: true,
})
/** `JSON.parse` of Node 24.21 takes a key that is one escaped character for another such key. */
const key = text.filter((each) => each.length !== 1 || JSON.stringify(each) === `"${each}"`)
const json = fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null)))
const values = fc.tuple(
  fc.option(text),
  fc.option(json),
  fc.option(instant),
  fc.option(instant.map((at) => at.toISOString().slice(0, 10))),
  fc.option(fc.maxSafeInteger()),
  fc.option(fc.double()),
  fc.option(fc.boolean()),
  fc.option(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  fc.option(fc.array(fc.option(text))),
)

describe('copyRows', () => {
  it('stores exactly what plain inserts store', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(values, { maxLength: 20 }), async (list) => {
        const rows = list.map((row, n) => [n, ...row])
        const copied = await stored((client) =>
          copyRows(client, { table: 'odd "name', columns: COLUMNS }, rows),
        )
        const inserted = await stored(async (client) => {
          for (const row of rows) {
            await client.query(
              'insert into "odd ""name" values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)',
              row,
            )
          }
        })
        expect(copied).toEqual(inserted)
      }),
      { numRuns: 60 },
    )
  })

  it('gives the number of rows of a long stream, and takes nothing for none', async () => {
    const many = async function* () {
      for (let n = 0; n < 50_000; n += 1) yield [n, `text ${n}`]
    }
    const columns = ['n', 'text']
    await database.transaction(async ({ client }) => {
      expect(await copyRows(client, { table: 'odd "name', columns }, many())).toBe(50_000)
      expect(await copyRows(client, { table: 'odd "name', columns }, [])).toBe(0)
      const { rows } = await client.query(
        'select count(*) as n, max(text) as text from "odd ""name"',
      )
      expect(rows).toEqual([{ n: 50_000, text: 'text 9999' }])
      await client.query('truncate "odd ""name"')
    })
  })

  it('stores nothing of rows that end in a failure, and leaves the session usable', async () => {
    const broken = function* () {
      for (let n = 0; n < 20_000; n += 1) yield [n]
      throw new Error('the file ends here')
    }
    const target = { table: 'odd "name', columns: ['n'] }
    const client = await database.pool.connect()
    try {
      await expect(copyRows(client, target, broken())).rejects.toThrow('the file ends here')
      await expect(copyRows(client, target, [['x']])).rejects.toThrow('invalid input syntax')
      await expect(copyRows(client, target, [[1, 2]])).rejects.toThrow('a row has 2 values, not 1')
      const { rows } = await client.query('select count(*) as n from "odd ""name"')
      expect(rows).toEqual([{ n: 0 }])
    } finally {
      client.release()
    }
  })
})

/** What stands in the table after `write`, which is undone again. */
async function stored(write: (client: pg.PoolClient) => Promise<unknown>): Promise<unknown[]> {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await write(client)
    const { rows } = await client.query('select * from "odd ""name" order by n')
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
