import type { Database } from '../../src/db/database.ts'

/** What a table takes on the disk of the server. */
export interface TableSize {
  readonly table: string
  readonly rows: number
  /** Rows with what is kept beside them, without indexes. */
  readonly rowBytes: number
  readonly indexBytes: number
  readonly bytes: number
}

/** Counts a table and weighs it, indexes and all. */
export async function sizeOf({ pool }: Database, table: string): Promise<TableSize> {
  const { rows } = await pool.query<TableSize>(
    `select name as "table", (select count(*) from ${table}) as rows,
      pg_table_size(name::regclass) as "rowBytes", pg_indexes_size(name::regclass) as "indexBytes",
      pg_total_relation_size(name::regclass) as bytes
    from (select $1::text as name) asked`,
    [table],
  )
  const [size] = rows
  if (!size) throw new Error(`${table} could not be measured`)
  return size
}
