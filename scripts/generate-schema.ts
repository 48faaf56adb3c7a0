import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/db/database.ts'
import { schemaText } from './schema-text.ts'

const target = join(import.meta.dirname, '../src/db/schema.ts')
const folder = mkdtempSync(join(tmpdir(), 'muster-schema-'))
chmodSync(folder, 0o711) // the account of the database passes through
try {
  const database = await openDatabase({ dataFolder: folder, systemFolder: join(folder, 'system') })
  try {
    writeFileSync(target, await schemaText(database.pool))
    console.log(`wrote ${target}`)
  } finally {
    await database.close()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
