import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { schemaText } from '../../scripts/schema-text.ts'
import { testDatabase } from '../../test/support/postgres.ts'

const database = await testDatabase()

it('describes the migrated database; run `npm run schema` when it has drifted', async () => {
  const written = await readFile(join(import.meta.dirname, 'schema.ts'), 'utf8')
  expect(written).toBe(await schemaText(database.pool))
})
