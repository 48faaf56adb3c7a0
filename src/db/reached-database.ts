import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { openTransaction } from './transaction.ts'
import { TYPES } from './value-types.ts'

/** How a database is reached, as data that another thread can be sent. */
export type Reached = Omit<pg.PoolConfig, 'types'>

/** How this thread reaches its database. */
export function reachedFrom({ connection }: Pick<Database, 'connection'>): Reached {
  const { types: _functions, ...reached } = connection()
  return reached
}

/** The database that another thread has opened, with one session of our own, to read from. */
export function reachedDatabase(reached: Reached): Pick<Database, 'db' | 'transaction' | 'close'> {
  const pool = new pg.Pool({ ...reached, types: TYPES, max: 1 })
  pool.on('error', () => {}) // what is under way is told of it by its own query
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    transaction: (work) => openTransaction(pool, work),
    close: () => pool.end(),
  }
}
