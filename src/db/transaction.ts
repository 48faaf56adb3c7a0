import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Schema } from './schema.ts'

/** One transaction, seen two ways: typed statements, and the session itself for bulk copies. */
export interface Transaction {
  db: Kysely<Schema>
  client: pg.PoolClient
}

/** Whoever lends sessions. */
interface Lending {
  connect(): Promise<pg.PoolClient>
}

/** Runs `work` on one session between begin and commit; what it throws undoes everything. */
export async function openTransaction<T>(
  pool: Lending,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  const broken: boolean[] = []
  try {
    return await openTransactionOn(client, work, () => broken.push(true))
  } finally {
    client.release(broken.length > 0)
  }
}

/** The same on a session that is there already; `onBroken` hears of one that cannot be used again. */
export async function openTransactionOn<T>(
  client: pg.PoolClient,
  work: (transaction: Transaction) => Promise<T>,
  onBroken: () => void = () => {},
): Promise<T> {
  try {
    await client.query('begin')
    const result = await work({ db: boundTo(client), client })
    await commit(client)
    return result
  } catch (error) {
    await client.query('rollback').catch(onBroken)
    throw error
  }
}

/** After a failed statement the server undoes all at the commit, and calls that no error. */
async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('commit')
  if (command !== 'COMMIT') throw new Error('a statement of the transaction had failed')
}

/** A query builder that speaks through this one session and leaves it open. */
export function boundTo(client: pg.PoolClient): Kysely<Schema> {
  const session = Object.assign(Object.create(client) as pg.PoolClient, {
    query: client.query.bind(client),
    release: () => {},
  })
  const pool = { connect: async () => session, end: async () => {}, options: {} }
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
}
