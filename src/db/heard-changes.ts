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

const CHANNEL = 'muster_change'
const AGAIN_MS = 2_000

/** Hears of changes in a session of its own until it is closed; a session that is lost is replaced. */
export function hearChanges(
  { connection }: Pick<Database, 'connection'>,
  hearer: Hearer,
): { close(): Promise<void> } {
  const closing = new AbortController()
  let session: pg.Client | null = null

  async function hearOnce(): Promise<void> {
    const client = new pg.Client({ ...connection(), application_name: 'muster changes' })
    const lost = new Promise<void>((resolve) => {
      client.once('error', () => resolve())
      client.once('end', () => resolve())
    })
    client.on('notification', () => hearer.changed())
    try {
      await client.connect()
      session = client
      if (closing.signal.aborted) return
      await client.query(`listen ${CHANNEL}`)
      hearer.hears()
      await lost
    } catch {
      // as when it is lost: it is tried again, and until then nobody is told that all is heard
    } finally {
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
