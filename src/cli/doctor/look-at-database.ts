import { isAnythingSealed } from '../../collect/payload/store.ts'
import type { Config } from '../../config.ts'
import { type Database, MIGRATIONS, openUnshaped } from '../../db/database.ts'
import { hasCluster } from '../../db/embedded/embedded-cluster.ts'
import { appliedMigrations, pendingMigrations, readMigrations } from '../../db/migrate.ts'
import { readOnly } from '../../db/read-only.ts'
import { runtimeRole } from '../../db/runtime-role.ts'
import { whereOf } from '../../db/unreachable.ts'
import { isAnyFileSealed } from '../../events/raw/store.ts'
import { runFigures } from '../../jobs/run-figures.ts'
import { failureRemark } from './failure-remark.ts'
import { judgeClocks } from './judge-clock.ts'
import { judgeDatabase } from './judge-database.ts'
import { judgeBackup, judgeNights } from './judge-nights.ts'
import { fine, type Remark } from './remark.ts'

/** What came of looking at the database; whether anything in it is sealed is asked by who looks at keys. */
export interface DatabaseLook {
  readonly remarks: readonly Remark[]
  readonly isAnythingSealed: boolean
}

/** What is to be known beside the configuration. */
export interface Asking {
  readonly now: () => Date
  /** Whether there is a source to be collected at night. */
  readonly isNightDue: boolean
}

const DATABASE = { subject: 'database' }

/** Looks at the database in transactions in which PostgreSQL refuses every write, and makes none. */
export async function lookAtDatabase(config: Config, asking: Asking): Promise<DatabaseLook> {
  const { databaseUrl, dataFolder } = config
  if (databaseUrl === null && !(await hasCluster(dataFolder))) {
    const says = {
      en: `none in ${dataFolder} yet; made at first use`,
      es: `todavía no hay ninguna en ${dataFolder}; se crea al usarse por primera vez`,
    }
    return { remarks: [fine(DATABASE, says)], isAnythingSealed: false }
  }
  try {
    const database = await openUnshaped(
      databaseUrl === null ? { dataFolder } : { url: databaseUrl },
    )
    return await lookInside(database, config, asking).finally(() => database.close())
  } catch (error) {
    return { remarks: [failureRemark(DATABASE, error)], isAnythingSealed: false }
  }
}

async function lookInside(
  database: Database,
  config: Config,
  { now, isNightDue }: Asking,
): Promise<DatabaseLook> {
  const { databaseUrl, dataFolder, timeZone, server } = config
  const pending = pendingMigrations(
    await readMigrations(MIGRATIONS),
    await appliedMigrations(database.pool),
  ).map(({ name }) => name)
  const { version, bytes, isDurable, clock, isZoneKnown } = await factsOf(database, timeZone)
  const clocks = { here: now(), database: clock, timeZone, isZoneKnown }
  const remarks = [
    ...judgeDatabase({
      where: databaseUrl === null ? dataFolder : whereOf(databaseUrl),
      ...{ version, bytes, isDurable, pending },
      role: await runtimeRole(database.pool),
      isProduction: server.mode === 'production',
      isOwn: databaseUrl === null,
    }),
    ...judgeClocks(clocks),
  ]
  if (pending.length > 0) return { remarks, isAnythingSealed: false }
  const { last, isSealed } = await readOnly(database, async (reader) => ({
    last: await runFigures(reader).last(),
    isSealed: (await isAnythingSealed(reader)) || (await isAnyFileSealed(reader)),
  }))
  const runOf = (task: string) => last.find((run) => run.task === task) ?? null
  remarks.push(judgeNights(runOf('nightly'), { now: now(), isDue: isNightDue }))
  remarks.push(judgeBackup(runOf('backup'), now()))
  return { remarks, isAnythingSealed: isSealed }
}

interface Facts {
  readonly version: string
  readonly bytes: number
  readonly isDurable: boolean
  readonly clock: Date
  readonly isZoneKnown: boolean
}

const FACTS = `
  select current_setting('server_version') as version,
    pg_database_size(current_database())::float8 as bytes,
    current_setting('fsync') = 'on'
      and current_setting('full_page_writes') = 'on'
      and current_setting('synchronous_commit') <> 'off' as "isDurable",
    exists (select from pg_timezone_names where name = $1) as "isZoneKnown",
    clock_timestamp() as clock`

async function factsOf(database: Database, timeZone: string): Promise<Facts> {
  const [facts] = await readOnly(
    database,
    async ({ client }) => (await client.query<Facts>(FACTS, [timeZone])).rows,
  )
  if (!facts) throw new Error('a select without a table gave no row')
  return facts
}
