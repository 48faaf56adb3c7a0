import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { readOnly, readOnlyDatabase } from './read-only.ts'

const database = await testDatabase()

it('reads as of one moment, whatever others write meanwhile', async () => {
  const sites = await readOnly(database, async ({ client }) => {
    const before = await client.query('select count(*) as count from site')
    await database.pool.query("insert into site (name, created_on) values ('Oak', '2026-11-20')")
    const after = await client.query('select count(*) as count from site')
    return [before.rows[0].count, after.rows[0].count]
  })

  expect(sites).toEqual([0, 0])
})

it.each([
  "insert into site (name, created_on) values ('Elm', '2026-11-20')",
  'delete from site',
  "update site set name = 'Ash'",
  'create table extra (n integer)',
  "select nextval('site_id_seq')",
])('makes no write possible: %s', async (statement) => {
  const writing = readOnly(database, ({ client }) => client.query(statement))

  await expect(writing).rejects.toMatchObject({ code: '25006' })
})

it('lends a database from which nothing can be written, whichever way is tried', async () => {
  const insert = "insert into site (name, created_on) values ('Fir', '2026-11-20')"
  const tries = [
    readOnlyDatabase(database, ({ db }) => sql.raw(insert).execute(db)),
    readOnlyDatabase(database, (reader) => reader.transaction(async () => {})),
    readOnlyDatabase(database, (reader) => reader.session(async () => {})),
    readOnlyDatabase(database, (reader) => reader.tryExclusive('main-job')),
    readOnlyDatabase(database, async (reader) => reader.pool.query(insert)),
  ]
  const [written, ...others] = await Promise.allSettled(tries)

  expect(written).toMatchObject({ status: 'rejected', reason: { code: '25006' } })
  const refused = { status: 'rejected', reason: { message: 'this database is for reading only' } }
  expect(others).toMatchObject(Array(4).fill(refused))
})
