import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { AppError } from '../lib/errors.ts'
import { isSystemError } from './system-error.ts'

/** One numbered file of plain SQL. */
export interface Migration {
  number: number
  name: string
  checksum: string
  statements: string
}

/** Held by whoever migrates; shared by whoever needs the shape to stay as it is. */
export const MIGRATION_LOCK = '20041, 2'
const UNDEFINED_TABLE = '42P01'

/** The migrations of a folder in their order. Their numbers run from 1 without a gap. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted()
  const migrations = await Promise.all(names.map((name) => readMigration(folder, name)))
  const misplaced = migrations.find((migration, index) => migration.number !== index + 1)
  if (misplaced) throw new Error(`migration ${misplaced.name} is out of the order of numbers`)
  return migrations
}

/**
 * Brings the database to the last of `migrations`: each one whole or not at all, once only, however
 * many processes start together. Refuses a database whose history is not ours.
 */
export async function migrate(pool: pg.Pool, migrations: readonly Migration[]): Promise<void> {
  const pending = pendingMigrations(migrations, await appliedMigrations(pool))
  if (pending.length > 0) await assertMayMigrate(pool, pending)
  for (const migration of pending) await apply(pool, migration)
}

/** Throws `database.migrations-pending` for a role that works with the tables and does not own them. */
async function assertMayMigrate(pool: pg.Pool, pending: readonly Migration[]): Promise<void> {
  const { rows } = await pool.query<{ user: string; isAllowed: boolean }>(MAY_MIGRATE)
  const [role] = rows
  if (!role || role.isAllowed) return
  const names = pending.map(({ name }) => name)
  throw new AppError('database.migrations-pending', { user: role.user, pending: names })
}

const MAY_MIGRATE = `
  select current_user as user,
    coalesce(has_schema_privilege(current_schema(), 'create'), false)
      and coalesce(
        (select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('migration')),
        true) as "isAllowed"`

type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>

/** What is still to be done, after a look at whether what was done is what we would have done. */
export function pendingMigrations(
  migrations: readonly Migration[],
  applied: readonly Applied[],
): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  for (const { number, name, checksum } of applied) {
    const ours = known.get(number)
    if (!ours) throw new AppError('database.newer-than-program', { migration: name })
    if (ours.checksum !== checksum)
      throw new AppError('database.migration-changed', { migration: name })
  }
  const done = new Set(applied.map(({ number }) => number))
  return migrations.filter(({ number }) => !done.has(number))
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  const text = await readFile(join(folder, name), 'utf8')
  const statements = text.replaceAll('\r\n', '\n') // the same file under every checkout's line ends
  const checksum = createHash('sha256').update(statements).digest('hex')
  return { number: Number.parseInt(name, 10), name, checksum, statements }
}

/** What was done to a database, in its order; none where it has no shape yet. */
export async function appliedMigrations(pool: pg.Pool): Promise<Applied[]> {
  try {
    const { rows } = await pool.query<Applied>(
      'select number, name, checksum from migration order by number',
    )
    return rows
  } catch (error) {
    if (isSystemError(error, UNDEFINED_TABLE)) return []
    throw error
  }
}

/** The row goes in first: whoever comes second finds it when the lock is free, and leaves. */
async function apply(pool: pg.Pool, migration: Migration): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
    await client.query(CREATE_TABLE)
    const isFirst = await insertRow(client, migration)
    if (isFirst) await client.query(migration.statements)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {}) // the session is gone; so is its transaction
    throw new Error(`migration ${migration.name} failed`, { cause: error })
  } finally {
    client.release()
  }
}

const CREATE_TABLE = `
  create table if not exists migration (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`

async function insertRow(client: pg.PoolClient, migration: Migration): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into migration (number, name, checksum) values ($1, $2, $3)
    on conflict (number) do nothing`,
    [migration.number, migration.name, migration.checksum],
  )
  return rowCount === 1
}
