import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from './database.ts'

/** Who wants to know that something is changed, by this process or another one. */
export interface Hearer {
  /** Something was committed to a table that tells of it (`migrations/0030-told-changes.sql`). */
  changed(): void
  /** From now on all is heard; what came before this may have been missed. */
  hears(): void
  /** From now on nothing is heard. */
  deaf(): void
}

/** Where changes are told of, and who is told once that they are not heard any more. */
export interface HeardPlace extends Pick<Database, 'connection'> {
  onLoss(error: unknown): void
}

const CHANNEL = 'muster_change'
const AGAIN_MS = 2_000
/** A session that only listens would not notice that nothing comes through any more. */
const ASK_EVERY_MS = 5_000
const ANSWER_WITHIN_MS = 5_000

/** Hears of changes in a session of its own until it is closed; a session that is lost is replaced. */
export function hearChanges(
  { connection, onLoss }: HeardPlace,
  hearer: Hearer,
): { close(): Promise<void> } {
  const closing = new AbortController()
  let session: pg.Client | null = null
  let isLossTold = false

  async function hearOnce(): Promise<void> {
    const client = new pg.Client({
      ...{ ...connection(), application_name: 'muster changes' },
      ...{ keepAlive: true, query_timeout: ANSWER_WITHIN_MS },
    })
    const over = new AbortController()
    const loss = lossOf(client)
    client.on('notification', () => hearer.changed())
    try {
      await client.connect()
      session = client
      if (closing.signal.aborted) return
      await client.query(`listen ${CHANNEL}`)
      hearer.hears()
      isLossTold = false
      await Promise.race([loss, askAgain(client, over.signal)])
    } catch (error) {
      // it is tried again, and until then nobody is told that all is heard
      if (!isLossTold && !closing.signal.aborted) onLoss(error)
      isLossTold = true
    } finally {
      over.abort()
      hearer.deaf()
      session = null
      await client.end().catch(() => {})
    }
  }

  async function hear(): Promise<void> {
    while (!closing.signal.aborted) {
      await hearOnce()
      await sleep(AGAIN_MS, undefined, { signal: closing.signal }).catch(() => {})
    }
  }

  const hearing = hear()
  return {
    close: async () => {
      closing.abort()
      await session?.end().catch(() => {})
      await hearing
    },
  }
}

/** Fails when a session has ended. */
function lossOf(client: pg.Client): Promise<never> {
  const loss = new Promise<never>((_resolve, reject) => {
    client.on('error', reject)
    client.on('end', () => reject(new Error('the session has ended')))
  })
  loss.catch(() => {}) // it may come before anybody waits for it
  return loss
}

/** Asks from time to time whether a session still answers; fails where it does not. */
async function askAgain(client: pg.Client, signal: AbortSignal): Promise<never> {
  for (;;) {
    await sleep(ASK_EVERY_MS, undefined, { signal })
    await client.query('select')
  }
}
