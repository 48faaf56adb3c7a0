import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { AppError } from '../../lib/errors.ts'
import { isSystemError } from '../system-error.ts'
import { openCluster } from './embedded-cluster.ts'
import {
  type Cluster,
  connectionTo,
  DATABASE,
  type EmbeddedPlace,
  readServerFile,
  type ServerConnection,
} from './embedded-files.ts'
import { type Attempt, startServer, stopServer } from './embedded-server.ts'
import { isPrivate } from './embedded-sockets.ts'

/** The right to use the server that came along, until `release`. */
export interface EmbeddedLease {
  connection: ServerConnection
  /** The last one to release stops the server. */
  release(): Promise<void>
}

/** A key of its own kind: two numbers never meet the one-number locks of the application. */
const LEASE_KEY = '20041, 1'
const LEASE_DATABASE = 'postgres'
/** Enough for a server that replays its log after a power cut. */
const ACQUIRE_WITHIN_MS = 300_000
const STOP_WITHIN_MS = 120_000

/**
 * Starts the PostgreSQL that came along, or joins the one another process has started. Each process
 * holds a shared lock in a session of its own; who can change it for the exclusive one is the last.
 */
export async function acquireEmbedded(place: EmbeddedPlace): Promise<EmbeddedLease> {
  const cluster = await openCluster(place)
  const keep = await keepLease(cluster)
  const file = await readServerFile(cluster)
  if (file === null) throw lost(cluster)
  return { connection: await connectionTo(cluster, file, DATABASE), release: once(keep.release) }
}

/** Takes the lease, and takes it again when the server crashes under it, until it is released. */
async function keepLease(cluster: Cluster): Promise<Pick<EmbeddedLease, 'release'>> {
  let isReleased = false
  const watched = (session: pg.Client): pg.Client =>
    session.once('end', () => {
      // A server that does not come back shows at the next statement of whoever needs it.
      if (!isReleased) current = openLease(cluster).then(watched, () => null)
    })
  let current: Promise<pg.Client | null> = Promise.resolve(watched(await openLease(cluster)))
  const release = async () => {
    isReleased = true
    const session = await current
    if (session !== null) await giveBack(cluster, session)
  }
  return { release }
}

async function openLease(cluster: Cluster): Promise<pg.Client> {
  const until = Date.now() + ACQUIRE_WITHIN_MS
  for (;;) {
    const attempt = await tryLease(cluster)
    if (attempt.kind === 'held') return attempt.session
    if (attempt.kind === 'absent') {
      return startServer(cluster, until, () => tryLease(cluster))
    }
    if (Date.now() > until) throw lost(cluster)
    await sleep(10)
  }
}

async function tryLease(cluster: Cluster): Promise<Attempt<pg.Client>> {
  const opened = await tryConnect(cluster)
  if (opened.kind !== 'open') return opened
  const { session } = opened
  const isHeld = await session
    .query(`select pg_try_advisory_lock_shared(${LEASE_KEY}) as held`)
    .then(({ rows }) => rows[0].held === true, falseWhenEnding)
  if (isHeld) return { kind: 'held', session }
  await closeQuietly(session)
  return { kind: 'busy' }
}

type Opened = { kind: 'open'; session: pg.Client } | { kind: 'absent' } | { kind: 'busy' }

async function tryConnect(cluster: Cluster): Promise<Opened> {
  const file = await readServerFile(cluster)
  if (file === null) return { kind: 'absent' }
  if (process.platform !== 'win32' && !(await isPrivate(file.socketFolder, cluster))) {
    return { kind: 'absent' }
  }
  const session = new pg.Client({
    ...(await connectionTo(cluster, file, LEASE_DATABASE)),
    ssl: false,
    application_name: 'muster lease',
    connectionTimeoutMillis: 10_000,
  })
  session.on('error', () => {}) // a session that ends is noticed at its next statement
  try {
    await session.connect()
    return { kind: 'open', session }
  } catch (error) {
    await closeQuietly(session)
    if (isSystemError(error, 'ENOENT', 'ECONNREFUSED')) return { kind: 'absent' }
    if (isEnding(error)) return { kind: 'busy' }
    throw error
  }
}

/** Gives the lock back; whoever then gets it for itself alone was the last, and stops the server. */
async function giveBack(cluster: Cluster, held: pg.Client): Promise<void> {
  const until = Date.now() + STOP_WITHIN_MS
  const session = await stillOpen(cluster, held)
  if (session === null) return
  try {
    const pid = await pidWhenLast(session)
    if (pid !== null) await stopServer(cluster, pid, until)
  } finally {
    await closeQuietly(session)
  }
}

async function pidWhenLast(session: pg.Client): Promise<number | null> {
  try {
    await session.query(`select pg_advisory_unlock_shared(${LEASE_KEY})`)
    const { rows } = await session.query(`select pg_try_advisory_lock(${LEASE_KEY}) as alone`)
    if (rows[0].alone !== true) return null
    const answer = await session.query(`select pg_read_file('postmaster.pid') as text`)
    return Number.parseInt(answer.rows[0].text, 10)
  } catch (error) {
    if (isEnding(error)) return null // somebody else has stopped it, or it crashed
    throw error
  }
}

/** A server that crashed has come back without our lock: take it again, to leave in good order. */
async function stillOpen(cluster: Cluster, held: pg.Client): Promise<pg.Client | null> {
  try {
    await held.query('select')
    return held
  } catch {
    await closeQuietly(held)
    const attempt = await tryLease(cluster)
    return attempt.kind === 'held' ? attempt.session : null
  }
}

/** The server is starting, shutting down, full, or went away under the session. */
function isEnding(error: unknown): boolean {
  if (isSystemError(error, '57P01', '57P02', '57P03', '53300')) return true
  if (isSystemError(error, 'ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ENOENT')) return true
  return error instanceof Error && /terminated|not queryable|timeout/i.test(error.message)
}

function falseWhenEnding(error: unknown): false {
  if (isEnding(error)) return false
  throw error
}

async function closeQuietly(session: pg.Client): Promise<void> {
  await session.end().catch(() => {})
}

function lost(cluster: Cluster): AppError {
  const { folder } = cluster
  return new AppError('database.start-failed', { folder, reason: 'not-reached-in-time', said: '' })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= work()
    return running
  }
}
