import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSchema } from '../src/config-schema.ts'
import { openDatabase } from '../src/db/database.ts'
import { configurationPage } from './docs/configuration-page.ts'
import { schemaText } from './schema-text.ts'

/** Writes what is made from schemas: the page of the configuration, and the types of the database. */
const page = join(import.meta.dirname, '../docs/configuration.md')
writeFileSync(page, configurationPage(configSchema()))
console.log(`wrote ${page}`)

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
