import type pg from 'pg'

/** Of every table but the list of migrations: its rows, and a hash of them in an order of their own. */
export async function tableHashes(pool: pg.Pool): Promise<Record<string, string>> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select c.relname as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    order by c.relname`,
  )
  const hashes: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text collate "C")), '') as hash
      from "${name}" t`,
    )
    hashes[name] = rows[0]?.hash ?? ''
  }
  return hashes
}

/** The number each sequence gives next; asking moves none. */
export async function nextNumbers(pool: pg.Pool): Promise<Record<string, number>> {
  const { rows: sequences } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace`,
  )
  const next: Record<string, number> = {}
  for (const { name } of sequences) {
    const { rows } = await pool.query<{ next: number }>(
      `select case when is_called then last_value + 1 else last_value end as next from "${name}"`,
    )
    next[name] = rows[0]?.next ?? 0
  }
  return next
}
