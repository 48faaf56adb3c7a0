import type { Database } from './database.ts'
import type { Transaction } from './transaction.ts'

/** Runs `work` as of one moment, in a transaction in which PostgreSQL refuses every write. */
export function readOnly<T>(
  database: Pick<Database, 'transaction'>,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return database.transaction(async (transaction) => {
    await transaction.client.query('set transaction isolation level repeatable read, read only')
    return work(transaction)
  })
}
