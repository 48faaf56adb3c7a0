import type { Readable } from 'node:stream'
import { type Connection, createConnection, type ResultSetHeader, type RowDataPacket } from 'mysql2'
import type { DatabaseRow, ReadableDatabase, SqlValue, WritableDatabase } from '../database.ts'
import type { OcsServerSettings } from '../schema.ts'
import { connectFailure, type Server, selectFailure, writeFailure } from './fault.ts'

const CONNECT_TIMEOUT_MS = 10_000
/** How long a silent server is believed before it is asked whether it still lives. */
const KEEP_ALIVE_MS = 30_000

/**
 * A value that does not fit is refused, never cut; another's lock is waited for briefly. Only
 * this session is concerned.
 */
const WRITER_SESSION = `
  set session sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION',
    innodb_lock_wait_timeout = 3,
    lock_wait_timeout = 30`

/** The server a session is with. */
interface NamedServer extends Server {
  /** The database, whoever asks: `host:port/database`. */
  readonly target: string
}

/** Opens a MySQL or MariaDB server to be read: nothing but selects is ever sent. */
export async function openMariadb(settings: OcsServerSettings): Promise<ReadableDatabase> {
  const server = serverOf(settings)
  return readable(await openSession(settings, server), server)
}

/** Opens a MySQL or MariaDB server to be written. */
export async function openWritableMariadb(settings: OcsServerSettings): Promise<WritableDatabase> {
  const server = serverOf(settings)
  const session = await openSession(settings, server)
  const writable: WritableDatabase = {
    ...readable(session, server),
    run: (text, values) => run({ session, server }, text, values),
    reopen: () => openWritableMariadb(settings),
  }
  await writable.run(WRITER_SESSION)
  return writable
}

function serverOf({ user, host, port, database }: OcsServerSettings): NamedServer {
  const target = `${host.toLowerCase()}:${port}/${database}`
  return { where: `${user}@${host}:${port}/${database}`, target, user, database }
}

async function openSession(settings: OcsServerSettings, server: Server): Promise<Connection> {
  const { host, port, user, password, database, tls } = settings
  const session = createConnection({
    host,
    port,
    user,
    password,
    database,
    charset: 'utf8mb4',
    supportBigNumbers: true,
    bigNumberStrings: true,
    dateStrings: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    enableKeepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
    flags: ['-LOCAL_FILES'],
    ...(tls ? { ssl: { rejectUnauthorized: true } } : {}),
  })
  // A session that dies while idle says so at its next statement.
  session.on('error', () => {})
  try {
    await session.promise().connect()
    return session
  } catch (error) {
    session.destroy()
    throw connectFailure(error, server)
  }
}

function readable(session: Connection, server: NamedServer): ReadableDatabase {
  let streaming = false
  return {
    where: server.where,
    target: server.target,
    user: server.user,
    async select(text, values = []) {
      try {
        const [rows] = await session.promise().query<RowDataPacket[]>(text, [...values])
        return rows
      } catch (error) {
        throw selectFailure(error, server)
      }
    },
    async *stream(text, batchSize) {
      streaming = true
      try {
        yield* batches(streamRows(session, text, batchSize), batchSize)
      } catch (error) {
        throw selectFailure(error, server)
      }
      streaming = false
    },
    async close() {
      if (streaming) session.destroy()
      else
        await session
          .promise()
          .end()
          .catch(() => session.destroy())
    },
  }
}

/** The driver tells the session alone when it breaks: unless told too, a stream would wait for ever. */
function streamRows(session: Connection, text: string, highWaterMark: number): Readable {
  const broken: Error[] = []
  const remember = (error: Error) => broken.push(error)
  session.once('error', remember)
  const rows = session.query(text).stream({ highWaterMark })
  session.off('error', remember)
  const [error] = broken
  if (error) return rows.destroy(error)

  const breakOff = (error: Error) => rows.destroy(error)
  session.once('error', breakOff)
  rows.once('close', () => session.off('error', breakOff))
  return rows
}

async function* batches(
  rows: AsyncIterable<DatabaseRow>,
  size: number,
): AsyncGenerator<DatabaseRow[]> {
  let batch: DatabaseRow[] = []
  for await (const row of rows) {
    batch.push(row)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

async function run(
  { session, server }: { session: Connection; server: Server },
  text: string,
  values: readonly SqlValue[] = [],
): Promise<number> {
  try {
    const [done] = await session.promise().query<ResultSetHeader>(text, [...values])
    return done.affectedRows
  } catch (error) {
    throw writeFailure(error, server)
  }
}
