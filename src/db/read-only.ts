import type { Database } from './database.ts'
import type { Transaction } from './transaction.ts'

/** The same with a database to read from, for stores that know no transaction: it offers no other way to one. */
export function readOnlyDatabase<T>(
  database: Pick<Database, 'transaction'>,
  work: (reader: Database) => Promise<T>,
): Promise<T> {
  const refuse = () => Promise.reject(new Error('this database is for reading only'))
  return readOnly(database, ({ db }) =>
    work({
      ...{ db, transaction: refuse, session: refuse, tryExclusive: refuse, close: refuse },
      get pool(): Database['pool'] {
        throw new Error('this database is for reading only')
      },
      connection: () => {
        throw new Error('this database is for reading only')
      },
    }),
  )
}

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
