import { AppError } from '../lib/errors.ts'
import type { Database } from './database.ts'
import { appliedMigrations, type Migration, pendingMigrations } from './migrate.ts'

/**
 * Throws unless the database has just the shape that our migrations give it: `database.older-than-program`,
 * `database.newer-than-program` or `database.migration-changed`.
 */
export async function assertMigrated(
  { pool }: Pick<Database, 'pool'>,
  ours: readonly Migration[],
): Promise<void> {
  const pending = pendingMigrations(ours, await appliedMigrations(pool))
  if (pending.length === 0) return
  throw new AppError('database.older-than-program', { missing: pending.map(({ name }) => name) })
}
