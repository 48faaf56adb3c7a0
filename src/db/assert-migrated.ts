import { AppError } from '../lib/errors.ts'
import { type Database, MIGRATIONS } from './database.ts'
import { appliedMigrations, pendingMigrations, readMigrations } from './migrate.ts'

/**
 * Throws unless the database has just the shape this program knows: `database.older-than-program`,
 * `database.newer-than-program` or `database.migration-changed`.
 */
export async function assertMigrated(
  { pool }: Pick<Database, 'pool'>,
  migrationsFolder = MIGRATIONS,
): Promise<void> {
  const ours = await readMigrations(migrationsFolder)
  const pending = pendingMigrations(ours, await appliedMigrations(pool))
  if (pending.length === 0) return
  throw new AppError('database.older-than-program', { missing: pending.map(({ name }) => name) })
}
