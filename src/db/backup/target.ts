import type pg from 'pg'
import { AppError } from '../../lib/errors.ts'
import { appliedMigrations, type Migration, migrate } from '../migrate.ts'
import type { Manifest } from './manifest.ts'
import * as q from './queries.ts'
import type { FoundTable } from './snapshot.ts'

/** What a restore goes into, and which migrations this program has. */
export interface Target {
  readonly pool: pg.Pool
  readonly migrations: readonly Migration[]
}

/**
 * The first of our migrations, up to the last the backup was made with. Throws `backup.unknown-migration` and
 * `backup.migration-differs`.
 */
export function migrationsOf(
  { migrations, version }: Pick<Manifest, 'migrations' | 'version'>,
  ours: readonly Migration[],
): Migration[] {
  return migrations.map(({ name, checksum }, at) => {
    const own = ours[at]
    if (own?.name !== name)
      throw new AppError('backup.unknown-migration', { migration: name, version })
    if (own.checksum === checksum) return own
    throw new AppError('backup.migration-differs', { migration: name, version })
  })
}

/**
 * Gives an empty database the shape the backup was made in. Throws `backup.target-not-empty` and
 * `backup.target-ahead`.
 */
export async function shapeTarget({ pool, migrations }: Target, manifest: Manifest): Promise<void> {
  const wanted = migrationsOf(manifest, migrations)
  const done = await appliedMigrations(pool)
  await assertEmpty(pool)
  if (done.length > wanted.length) {
    const [found, needed] = [done.at(-1)?.name ?? '?', wanted.at(-1)?.name ?? '?']
    throw new AppError('backup.target-ahead', { found, needed })
  }
  await migrate(pool, wanted)
}

/** Throws `backup.target-not-empty` with what is in it; gives the tables there are. */
export async function assertEmpty(
  session: Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>,
): Promise<FoundTable[]> {
  const { rows: tables } = await session.query<FoundTable>(q.TABLES)
  if (tables.length === 0) return tables
  const { rows: filled } = await session.query<{ table: string; rows: number }>(
    q.filledTables(tables),
  )
  if (filled.length > 0) throw new AppError('backup.target-not-empty', { tables: filled })
  return tables
}
