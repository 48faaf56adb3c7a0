import type pg from 'pg'
import { boundTo, openTransactionOn, type Transaction } from './transaction.ts'

/** One session kept for a while: for temporary tables, which no other session sees. */
export interface Session extends Transaction {
  /** As `Database.transaction`, on this session. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>
}

/** Lends a session to `work`; its temporary tables are dropped before another may have it. */
export async function openSession<T>(
  pool: pg.Pool,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    return await work({
      db: boundTo(client),
      client,
      transaction: (step) => openTransactionOn(client, step),
    })
  } finally {
    broken = await client.query('discard temporary').then(
      () => false,
      () => true,
    )
    client.release(broken)
  }
}
