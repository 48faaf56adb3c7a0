import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../src/db/database.ts'

/** How large a database is, as PostgreSQL counts it. */
export interface DatabaseSize {
  readonly bytes: number
  /** Rows of all tables, by the server's own running count. */
  readonly live: number
  /** Rows that were replaced or removed and still take room. */
  readonly dead: number
}

/** A table with all that belongs to it. */
export interface TableSize {
  readonly name: string
  readonly bytes: number
  /** Counted one by one. */
  readonly rows: number
}

type Asked = Pick<Database, 'pool'>

/** Measures the whole. */
export async function databaseSize({ pool }: Asked): Promise<DatabaseSize> {
  const { rows } = await pool.query<DatabaseSize>(`
    select pg_database_size(current_database())::float8 as bytes, sum(n_live_tup)::float8 as live,
      sum(n_dead_tup)::float8 as dead
    from pg_stat_user_tables`)
  const [size] = rows
  if (!size) throw new Error('the database has no tables')
  return size
}

/** Measures each table and counts its rows, the largest first. */
export async function tableSizes({ pool }: Asked): Promise<TableSize[]> {
  const { rows: tables } = await pool.query<{ name: string; bytes: number }>(`
    select relname as name, pg_total_relation_size(oid)::float8 as bytes
    from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by bytes desc, name`)
  const counts = tables.map(
    ({ name }) => `select '${name}' as name, count(*)::float8 as rows from "${name}"`,
  )
  const counted = await pool.query<{ name: string; rows: number }>(counts.join(' union all '))
  const rowsOf = new Map(counted.rows.map(({ name, rows }) => [name, rows]))
  return tables.map((table) => ({ ...table, rows: rowsOf.get(table.name) ?? 0 }))
}

/** Bytes of PostgreSQL's own catalogs, in which every temporary table leaves its traces. */
export async function catalogBytes({ pool }: Asked): Promise<number> {
  const { rows } = await pool.query<{ bytes: number }>(`
    select sum(pg_total_relation_size(oid))::float8 as bytes
    from pg_class
    where relkind = 'r' and relnamespace = 'pg_catalog'::regnamespace`)
  return rows[0]?.bytes ?? 0
}

/** Bytes of all files below a folder. */
export async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  let bytes = 0
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return bytes
}
