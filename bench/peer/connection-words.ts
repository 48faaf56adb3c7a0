import type { Database, DatabaseSettings } from '../../src/db/database.ts'

/** A database as psql and psycopg2 are told of it. */
export function connectionWords(
  settings: DatabaseSettings,
  { pool }: Pick<Database, 'pool'>,
): string {
  if ('url' in settings) return settings.url
  const { host, port, user, database: name } = pool.options
  return `host='${host}' port=${port} user='${user}' dbname='${name}'`
}
