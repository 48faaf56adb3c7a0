import { setInterval } from 'node:timers'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** How long somebody waits for what another holds. */
export interface Patience {
  readonly forMs: number
  /** Aborted when they wait no more. */
  readonly signal?: AbortSignal | undefined
  /** A process that holds it and stands still for so long while we wait loses it; never where absent. */
  readonly silentMs?: number | undefined
}

/** A name that is held by this process alone. */
export interface Exclusive {
  release(): Promise<void>
  /** True once the session that holds the lock is gone: another may hold it by now. */
  isLost(): boolean
}

const LOOK_AGAIN_MS = 250
const BEAT_MS = 1000

/** Takes a name, or null when another holds it. A session of its own holds the lock, so it ends with the process however that ends. */
export async function tryExclusive(
  config: pg.PoolConfig,
  name: string,
  { forMs, signal, silentMs }: Patience = { forMs: 0 },
): Promise<Exclusive | null> {
  const session = new pg.Client({
    ...config,
    keepAlive: true,
    application_name: sessionName(config, name),
  })
  let isLost = false
  session.on('error', () => {}) // told by the end, which follows
  session.on('end', () => {
    isLost = true
  })
  await session.connect()
  const until = performance.now() + forMs
  const holder = watchedHolder(session, name, silentMs)
  try {
    while (!(await isTaken(session, name))) {
      if (signal?.aborted || performance.now() >= until) {
        await session.end()
        return null
      }
      await holder.look()
      await sleep(LOOK_AGAIN_MS)
    }
  } catch (error) {
    await session.end().catch(() => {}) // it may be what failed
    throw error
  }
  const stopBeating = beat(session)
  return {
    release: () => {
      stopBeating()
      return session.end()
    },
    isLost: () => isLost,
  }
}

/** What a session is called: what it is for, and the mark of its process. @example 'muster main-job #1f0c93ab' */
export function sessionName({ application_name: own = '' }: pg.PoolConfig, use: string): string {
  const mark = /#[0-9a-f]+$/u.exec(own)?.[0] ?? ''
  return `${`muster ${use}`.slice(0, 50)} ${mark}`.trim()
}

/** Says each second that the process which holds the lock is at work. */
function beat(session: pg.Client): () => void {
  let isAnswering = true
  const timer = setInterval(() => {
    if (!isAnswering) return
    isAnswering = false
    session.query('select').then(
      () => (isAnswering = true),
      () => {}, // the end of the session tells of it
    )
  }, BEAT_MS)
  return () => clearInterval(timer)
}

async function isTaken(session: pg.Client, name: string): Promise<boolean> {
  const { rows } = await session.query<{ held: boolean }>(
    `select pg_try_advisory_lock(hashtextextended('muster ' || $1, 0)) as held`,
    [name],
  )
  return rows[0]?.held === true
}

interface Holder {
  readonly pid: number
  /** Another whenever the session has said something, or is another one. */
  readonly beat: string
  readonly mark: string
}

/** Who beats is marked: a session without a mark is left alone. */
const HOLDER = `
  select a.pid, concat(a.pid, ' ', a.backend_start, ' ', a.query_start) as beat,
    substring(a.application_name from '#[0-9a-f]+$') as mark
  from pg_locks l
  join pg_stat_activity a on a.pid = l.pid
  where l.locktype = 'advisory' and l.granted and l.objsubid = 1
    and l.database = (select oid from pg_database where datname = current_database())
    and (l.classid::bigint << 32) | l.objid::bigint = hashtextextended('muster ' || $1, 0)
    and a.usename = current_user and a.query_start is not null and a.application_name ~ '#[0-9a-f]+$'`

/** All sessions of a process: what it had begun is undone, and keeps nobody waiting. */
const END_PROCESS = `
  select pg_terminate_backend(pid)
  from pg_stat_activity
  where datname = current_database() and usename = current_user and right(application_name, length($1)) = $1`

/**
 * Looks at whoever holds a name. One that stood still for as long as we looked on is cut off from the database: it
 * finds its sessions gone when it wakes. Only our own steady clock counts, so that no sleeping machine wakes to a theft.
 */
function watchedHolder(session: pg.Client, name: string, silentMs: number | undefined) {
  const seen = { beat: '', since: 0, lookedAt: 0 }
  return {
    look: async () => {
      const now = performance.now()
      if (silentMs === undefined || now - seen.lookedAt < BEAT_MS) return
      seen.lookedAt = now
      const [holder] = (await session.query<Holder>(HOLDER, [name])).rows
      if (holder === undefined || holder.beat !== seen.beat) {
        seen.beat = holder?.beat ?? ''
        seen.since = now
        return
      }
      if (now - seen.since >= silentMs) await session.query(END_PROCESS, [holder.mark])
    },
  }
}
