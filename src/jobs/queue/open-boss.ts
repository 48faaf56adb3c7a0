import type { PoolConfig } from 'pg'
import { type ConstructorOptions, PgBoss } from 'pg-boss'
import type { Database } from '../../db/database.ts'
import { sessionName } from '../../db/exclusive.ts'
import { LANES } from '../queries.ts'

/** How a server takes part in the queue. */
export interface BossOptions {
  /** Whether it looks after jobs of servers that died as well. */
  readonly looksAfter: boolean
  /** Hears of what goes wrong in the queue itself. */
  onError(error: Error): void
}

/** A job of a server that says nothing for so long is another's. */
const HEARTBEAT_SECONDS = 10
const LOOK_AFTER_SECONDS = 3
const LANES_AGAIN_SECONDS = 1
/** A collection of a million devices over a slow line, and some. */
const LONGEST_SECONDS = 23 * 3600
const KEPT_SECONDS = 7 * 86_400

/** As often as something is tried that may pass: 5 s after the first time and then ever later, for most of an hour. */
const MOST_TRIES = 10

const SESSIONS = 4

/** Opens the queue, in the schema `pgboss` of the same database. Each lane is a queue in which one job is at work. */
export async function openBoss(
  { connection }: Pick<Database, 'connection'>,
  { looksAfter, onError }: BossOptions,
): Promise<PgBoss> {
  const boss = new PgBoss({
    ...reached(connection()),
    max: SESSIONS,
    useListenNotify: looksAfter,
    schedule: false,
    supervise: looksAfter,
    superviseIntervalSeconds: LOOK_AFTER_SECONDS,
    monitorIntervalSeconds: LOOK_AFTER_SECONDS,
    // it keeps which lanes were taken at its last look, and offers nothing of them until the next
    queueCacheIntervalSeconds: LANES_AGAIN_SECONDS,
    ...(looksAfter ? {} : { reindex: false }),
  })
  boss.on('error', (error: Error) => {
    Reflect.deleteProperty(error, 'client') // all that the driver knows of a session: no log needs it
    onError(error)
  })
  await boss.start()
  for (const lane of LANES) {
    const retry = { retryDelay: 5, retryBackoff: true, retryDelayMax: 1800 }
    await boss.createQueue(lane, {
      ...{ policy: 'singleton', retryLimit: MOST_TRIES - 1, ...retry },
      ...{ expireInSeconds: LONGEST_SECONDS, heartbeatSeconds: HEARTBEAT_SECONDS },
      ...{ deleteAfterSeconds: KEPT_SECONDS, notify: true },
    })
  }
  return boss
}

/** A session as the queue has it: in PostgreSQL's own types. */
function reached({ types: _types, ...connection }: PoolConfig): ConstructorOptions {
  return { ...connection, application_name: sessionName(connection, 'jobs') } as ConstructorOptions // the same but for what may be undefined
}
