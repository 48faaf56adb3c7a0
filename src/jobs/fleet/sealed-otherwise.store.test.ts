import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/postgres.ts'
import { sealedOtherwise } from '../../collect/payload/queries.ts'
import { chunksSealedOtherwise } from '../../events/raw/queries.ts'

const database = await testDatabase()

it.each([
  ['payload_key', sealedOtherwise],
  ['upload_chunk_key', chunksSealedOtherwise],
])('what another key sealed is found by %s', async (index, statement) => {
  const plan = await database.transaction(async ({ db }) => {
    await sql`set local enable_seqscan = off`.execute(db) // of a small table it would choose that
    return (await sql`explain ${statement('k2', 10)}`.execute(db)).rows
  })

  expect(JSON.stringify(plan)).toContain(index)
})
