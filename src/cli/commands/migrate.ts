import { type Database, MIGRATIONS, openUnshaped } from '../../db/database.ts'
import { appliedMigrations, migrate as bringUpToDate, readMigrations } from '../../db/migrate.ts'
import { grantRuntimeRights } from '../../db/runtime-rights.ts'
import { openBoss } from '../../jobs/queue/open-boss.ts'
import { type Language, type Phrase, say } from '../../language/language.ts'
import { readSecrets } from '../../secrets.ts'
import type { Answer } from '../answer.ts'
import type { Command } from '../command.ts'
import { readConfig } from '../read-config.ts'

export const migrate: Command = {
  name: 'migrate',
  does: {
    en: "bring the database to this version's shape, as the owner of its tables (MUSTER_MIGRATE_URL, or a file named by MUSTER_MIGRATE_URL_FILE)",
    es: 'llevar la base de datos a la forma de esta versión, como dueño de sus tablas (MUSTER_MIGRATE_URL, o un archivo indicado en MUSTER_MIGRATE_URL_FILE)',
  },
  run: (desk) =>
    desk.answer(async () => {
      const { databaseUrl, dataFolder } = await readConfig(desk.env, desk.config, desk.language)
      const { MUSTER_MIGRATE_URL: ownerUrl } = await readSecrets(desk.env)
      const url = ownerUrl || databaseUrl
      const database = await openUnshaped(url ? { url } : { dataFolder })
      try {
        return told(await shape(database), desk.language)
      } finally {
        await database.close()
      }
    }),
}

interface Shaped {
  /** What was done now, by name. */
  readonly applied: readonly string[]
  /** Runtime roles whose rights were set. */
  readonly roles: readonly string[]
}

/** Tables, those of the queue, and who may do what with them. */
async function shape(database: Database): Promise<Shaped> {
  const { pool } = database
  const migrations = await readMigrations(MIGRATIONS)
  const before = new Set((await appliedMigrations(pool)).map(({ number }) => number))
  await bringUpToDate(pool, migrations)
  const failures: Error[] = []
  const boss = await openBoss(database, {
    looksAfter: false,
    onError: (error) => failures.push(error),
  })
  await boss.stop({ graceful: false })
  if (failures[0]) throw failures[0]
  const applied = migrations.filter(({ number }) => !before.has(number)).map(({ name }) => name)
  return { applied, roles: await grantRuntimeRights(pool) }
}

function told({ applied, roles }: Shaped, language: Language): Answer {
  const lines = applied.length === 0 ? [NOTHING] : applied.map(done)
  if (roles.length > 0) lines.push(rights(roles.join(', ')))
  return {
    ...{ ending: 'agreed', document: { applied, roles } },
    lines: lines.map((line) => say(line, language)),
  }
}

const NOTHING: Phrase = {
  en: 'The database has the shape of this version already.',
  es: 'La base de datos ya tiene la forma de esta versión.',
}

function done(name: string): Phrase {
  return { en: `Done: ${name}`, es: `Hecho: ${name}` }
}

function rights(roles: string): Phrase {
  return { en: `Rights set for: ${roles}`, es: `Derechos fijados para: ${roles}` }
}
