import { expect, it } from 'vitest'
import { testDatabase } from '../../test/support/postgres.ts'
import { readOnly } from './read-only.ts'

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
