import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { AppError } from '../lib/errors.ts'
import { acquireEmbedded } from './embedded/embedded.ts'
import { FLOOR_MAJOR } from './embedded/embedded-binaries.ts'
import type { EmbeddedPlace } from './embedded/embedded-files.ts'
import { type Exclusive, type Patience, tryExclusive } from './exclusive.ts'
import { migrate, readMigrations } from './migrate.ts'
import type { Schema } from './schema.ts'
import { openSession, type Session } from './session.ts'
import { openTransaction, type Transaction } from './transaction.ts'
import { assertServerUrl, emptyAnswer, unreachable, whereOf } from './unreachable.ts'
import { TYPES } from './value-types.ts'

/** A server by its URL, or the one that comes along, kept in a data folder. */
export type DatabaseSettings = { url: string } | EmbeddedPlace

/** The one door to the database; nobody else holds a connection. */
export interface Database {
  pool: pg.Pool
  db: Kysely<Schema>
  /** How it is reached, for a library that keeps sessions of its own. */
  connection(): pg.PoolConfig
  /** Runs `work` in one transaction: kept whole when it returns, undone whole when it throws. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
  /** Lends one session, for temporary tables; they are gone when `work` ends. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>
  /** Takes `name` for this process alone, or null when another one holds it. Lost with the process. */
  tryExclusive(name: string, patience?: Patience): Promise<Exclusive | null>
  close(): Promise<void>
}

/** The folder of this program's own migrations. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')
const CONNECT_WITHIN_MS = 15_000

/** Opens the database and brings it to the shape this program knows. */
export async function openDatabase(
  settings: DatabaseSettings,
  migrationsFolder = MIGRATIONS,
): Promise<Database> {
  const database = await openUnshaped(settings)
  try {
    await migrate(database.pool, await readMigrations(migrationsFolder))
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens the database in whatever shape it is, for who shapes it. */
export async function openUnshaped(settings: DatabaseSettings): Promise<Database> {
  const server = await reachServer(settings)
  const pool = new pg.Pool({ ...server.config, max: 10 })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  // whoever has it learns it from the next statement, and nobody else need end for it
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await greet(pool, server.where)
  } catch (error) {
    await pool.end()
    await server.release()
    throw error
  }
  return assemble(pool, server)
}

interface Server {
  config: pg.PoolConfig
  where: string
  release(): Promise<void>
}

async function reachServer(settings: DatabaseSettings): Promise<Server> {
  const usual = {
    // all sessions of this process bear its mark, so that another can cut it off when it stands still
    application_name: `muster #${randomBytes(4).toString('hex')}`,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    types: TYPES,
  }
  if ('url' in settings) {
    assertServerUrl(settings.url)
    const config = { ...usual, connectionString: settings.url }
    return { config, where: whereOf(settings.url), release: async () => {} }
  }
  const { connection, release } = await acquireEmbedded(settings)
  return { config: { ...usual, ...connection, ssl: false }, where: settings.dataFolder, release }
}

function assemble(pool: pg.Pool, server: Server): Database {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  let closing: Promise<void> | null = null
  const close = async () => {
    await pool.end()
    await server.release()
  }
  return {
    pool,
    db,
    connection: () => server.config,
    transaction: (work) => openTransaction(pool, work),
    session: (work) => openSession(pool, work),
    tryExclusive: (name, patience) => tryExclusive(server.config, name, patience),
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** First words with the server: is it there, and new enough? */
async function greet(pool: pg.Pool, where: string): Promise<void> {
  const { server_version, server_version_num } = await firstAnswer(pool, where)
  if (Number(server_version_num) >= FLOOR_MAJOR * 10_000) return
  throw new AppError('database.too-old', { found: server_version, floor: `${FLOOR_MAJOR}` })
}

async function firstAnswer(pool: pg.Pool, where: string) {
  try {
    const { rows } = await pool.query<{ server_version: string; server_version_num: string }>(
      `select current_setting('server_version') as server_version,
        current_setting('server_version_num') as server_version_num`,
    )
    if (rows[0]) return rows[0]
  } catch (error) {
    throw unreachable(error, where)
  }
  throw emptyAnswer(where)
}
