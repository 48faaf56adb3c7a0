import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATIONS, openUnshaped } from '../../src/db/database.ts'
import { migrate, readMigrations } from '../../src/db/migrate.ts'
import type { Drill } from '../drill.ts'
import { killAtRandom, type Ordeal } from '../kill/kill-at-random.ts'
import { hashOf } from '../kill/questions.ts'
import type { Trial } from '../world/trial.ts'
import type { World } from '../world/world.ts'

/** The shape an older Muster left, in every other attempt. */
const OLDER = 9
const ROWS = 2_000

/** What it held: runs, records and what was said of them. */
const OLDER_ROWS = [
  `insert into run (task, state, cause, actor, host, pid, version, ended_at)
  select 'collect', 'agreed', 'person', 'ana', 'pc-1', n, '0', now() from generate_series(1, ${ROWS}) n`,
  `insert into record (source, native_key, is_machine)
  select 'ninjaone', n::text, true from generate_series(1, ${ROWS}) n`,
  `insert into record_version (record_id, valid_from, content_hash, display_name)
  select id, '2026-01-31', '\\x00', 'Desk ' || native_key from record`,
]
const KEPT = `
  select 'run ' || id || ' ' || task || ' ' || state || ' ' || actor || ' ' || pid as line from run
  union all
  select 'record ' || r.id || ' ' || native_key || ' ' || display_name || ' ' || valid_from
  from record r join record_version v on v.record_id = r.id`

/** Columns, rules, indexes and functions. */
const SHAPE = `
  select table_name || ' ' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
    || coalesce(column_default, '') as line
  from information_schema.columns where table_schema = 'public'
  union all
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace
  union all
  select indexname || ' ' || indexdef from pg_indexes where schemaname = 'public'
  union all
  select tgrelid::regclass || ' ' || tgname from pg_trigger where not tgisinternal
  union all
  select proname || ' ' || md5(prosrc) from pg_proc where pronamespace = 'public'::regnamespace`

interface Before {
  /** Of the rows of the older shape; null where the database was empty. */
  readonly kept: string | null
  /** The shape of a database that was never killed. */
  readonly shape: string
}

async function keptIn(trial: Trial, { kept }: Before): Promise<string[]> {
  if (kept === null || (await hashOf(trial, KEPT)) === kept) return []
  return ['rows that were there before']
}

/** The first migrations, done; gives a hash of what was put into the tables. */
async function older(trial: Trial): Promise<string> {
  const folder = await mkdtemp(join(trial.world.folder, 'older-'))
  const names = (await readdir(MIGRATIONS)).filter((name) => Number.parseInt(name, 10) <= OLDER)
  for (const name of names) await cp(join(MIGRATIONS, name), join(folder, name))
  await migrate(trial.database.pool, await readMigrations(folder))
  await rm(folder, { recursive: true })
  for (const statement of OLDER_ROWS) await trial.database.pool.query(statement)
  return hashOf(trial, KEPT)
}

async function shapeOf(world: World): Promise<string> {
  const database = await openUnshaped({ url: world.postgres.url('start_history') })
  try {
    return await hashOf({ database }, SHAPE)
  } finally {
    await database.close()
  }
}

const ordeal: Ordeal<Before> = {
  drill: 'kill-migration',
  start: 'empty',
  command: () => ['migrate'],
  prepare: async (trial, attempt) => ({
    kept: attempt % 2 === 0 ? await older(trial) : null,
    shape: await shapeOf(trial.world),
  }),
  broken: async (trial, before) => ({ lost: await keptIn(trial, before), wrong: [] }),
  async whole(trial, before, { code, answer }) {
    const isShaped = (await hashOf(trial, SHAPE)) === before.shape
    return {
      lost: await keptIn(trial, before),
      wrong: [
        ...(code === 0 ? [] : [`migrate ended with ${code}: ${JSON.stringify(answer)}`]),
        ...(isShaped ? [] : ['the database has another shape than one that was never killed']),
      ],
    }
  },
}

export const killMigration: Drill = {
  name: 'kill-migration',
  does: 'kill -9 of "muster migrate", from nothing and from an older shape',
  killShare: 0.08,
  run: (scene) => killAtRandom(scene, ordeal),
}
