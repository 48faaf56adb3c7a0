import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'
import { errorCode } from './system-error.ts'
import { openTransaction } from './transaction.ts'
import { assertServerUrl } from './unreachable.ts'
import { TYPES } from './value-types.ts'

/** A replica to read from. While it does not answer, or is behind, what is read comes from the primary. */
export interface Reader {
  /** For stores that only read; it offers no other way to the database. */
  readonly database: Database
  /** Why nothing is read from the replica, null where it is; looks first unless it looked just now. */
  fault(): Promise<string | null>
  close(): Promise<void>
}

const SESSIONS = 10
/** The primary is there: nobody need wait long. */
const CONNECT_WITHIN_MS = 3_000
const LOOK_AGAIN_MS = 5_000
/** What the primary had written so long ago the replica must have. */
const MOST_BEHIND_MS = 30_000
/** What the driver says where every session is in use. */
const NO_SESSION = 'timeout exceeded when trying to connect'

/** Names a replica; it is connected to when something is first read. */
export function openReader(url: string, primary: Database): Reader {
  assertServerUrl(url)
  const pool = replicaPool(url, primary)
  const look = lookout(pool, primary)
  const connect = async () => {
    if ((await look.fault()) !== null) return primary.pool.connect()
    try {
      return await pool.connect()
    } catch (error) {
      if (!(error instanceof Error && error.message === NO_SESSION)) look.lost(error)
      return primary.pool.connect()
    }
  }
  const end = () => pool.end()
  return { database: readingDatabase({ connect, end }), fault: look.fault, close: end }
}

function replicaPool(url: string, primary: Database): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, application_name: 'muster reports', types: TYPES },
    ...{ max: SESSIONS, connectionTimeoutMillis: CONNECT_WITHIN_MS, keepAlive: true },
    onConnect: (client) => assertAlike(client, primary),
  })
  pool.on('error', () => {}) // an idle connection that breaks is replaced at its next use
  // whoever has it learns it from the next statement, and nobody else need end for it
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const LAST_MIGRATION = 'select max(number) as last from migration'

/** A session of the replica writes nothing, whatever its server would let it; and its tables are ours. */
async function assertAlike(client: pg.ClientBase, primary: Database): Promise<void> {
  await client.query('set default_transaction_read_only = on')
  const [ours, theirs] = [
    await primary.pool.query(LAST_MIGRATION),
    await client.query(LAST_MIGRATION),
  ]
  if (ours.rows[0].last === theirs.rows[0].last) return
  throw Object.assign(new Error('the replica has another shape'), { code: 'other-migrations' })
}

/** Looks from time to time whether the replica answers and keeps up, one look at a time. */
function lookout(pool: pg.Pool, primary: Database) {
  let fault: string | null = null
  let looked = Number.NEGATIVE_INFINITY
  let looking: Promise<void> | null = null
  const marks: Mark[] = []
  const lost = (error: unknown) => {
    fault = errorCode(error) ?? 'no-answer'
  }
  const look = async () => {
    looked = performance.now()
    try {
      fault = (await keepsUp(pool, await passedMark(primary, marks))) ? null : 'behind'
    } catch (error) {
      lost(error)
    }
  }
  return {
    lost,
    async fault() {
      if (performance.now() - looked < LOOK_AGAIN_MS && looking === null) return fault
      looking ??= look().finally(() => {
        looking = null
      })
      if (fault === null) await looking // of one that is lost nobody waits for the next look
      return fault
    },
  }
}

interface Mark {
  readonly at: number
  readonly position: string
}

/** Up to where the primary had written long enough ago; null while that is not known, or the primary does not say. */
async function passedMark(primary: Database, marks: Mark[]): Promise<string | null> {
  const at = performance.now()
  const position = await primary.pool
    .query('select pg_current_wal_lsn()::text as position')
    .then(({ rows }): string => rows[0].position)
    .catch(() => null)
  if (position !== null) marks.push({ at, position })
  while (marks[1] !== undefined && at - marks[1].at >= MOST_BEHIND_MS) marks.shift()
  const [oldest] = marks
  return oldest !== undefined && at - oldest.at >= MOST_BEHIND_MS ? oldest.position : null
}

/** A server that is no standby, as of some other kind of copy, does not say how far it is. */
async function keepsUp(pool: pg.Pool, position: string | null): Promise<boolean> {
  const { rows } = await pool.query<{ isBehind: boolean | null }>(
    `select pg_is_in_recovery() and pg_last_wal_replay_lsn() < $1::pg_lsn as "isBehind"`,
    [position],
  )
  return rows[0]?.isBehind !== true
}

function readingDatabase(pool: Pick<pg.Pool, 'connect' | 'end'>): Database {
  const refuse = () => Promise.reject(new Error('this database is for reading only'))
  const lending = { connect: () => pool.connect(), end: () => pool.end(), options: {} }
  return {
    db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool: lending }) }),
    transaction: (work) => openTransaction(lending, work),
    ...{ session: refuse, tryExclusive: refuse, close: refuse },
    get pool(): Database['pool'] {
      throw new Error('this database is for reading only')
    },
    connection: () => {
      throw new Error('this database is for reading only')
    },
  }
}
