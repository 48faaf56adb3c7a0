/** Our tables lie where the list of migrations lies, whatever the schema is called. */
const OURS = `(select relnamespace from pg_class where oid = to_regclass('migration'))`

/** Tables with the columns that are given, not worked out; without those of extensions and the list of migrations. */
export const TABLES = `
  select c.relname as name,
    coalesce((
      select array_agg(a.attname::text order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    ), '{}') as columns
  from pg_class c
  where c.relnamespace = ${OURS}
    and c.relkind = 'r'
    and c.oid <> to_regclass('migration')
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by c.relname`

/** Which table's rows point at which; what is checked at the end of a transaction asks for no order. */
export const REFERENCES = `
  select f.relname as "from", t.relname as "to"
  from pg_constraint k
  join pg_class f on f.oid = k.conrelid
  join pg_class t on t.oid = k.confrelid
  where k.contype = 'f' and f.relnamespace = ${OURS} and not k.condeferrable`

export const SEQUENCES = `
  select c.relname as name, s.seqincrement as increment
  from pg_sequence s
  join pg_class c on c.oid = s.seqrelid
  where c.relnamespace = ${OURS}
  order by c.relname`

export const MIGRATIONS_DONE = 'select number, name, checksum from migration order by number'

export const SERVER_VERSION = `select current_setting('server_version') as version`

/** Triggers that people wrote and that are on; those of foreign keys are not among them. */
export const TRIGGERS = `
  select c.relname as table, t.tgname as trigger
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = ${OURS} and not t.tgisinternal and t.tgenabled = 'O'
  order by c.relname, t.tgname`

/** Values written and read alike by every server, whatever its settings are. */
export const PLAIN_VALUES = `
  set local client_encoding = 'UTF8';
  set local timezone = 'UTC';
  set local datestyle = 'ISO, MDY';
  set local intervalstyle = 'postgres';
  set local extra_float_digits = 1;
  set local bytea_output = 'hex';
  set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`

/** The number each sequence gives next. */
export function nextNumbers(sequences: readonly { name: string; increment: number }[]): string {
  const each = sequences.map(
    ({ name, increment }) => `
      select ${literal(name)} as name,
        (case when is_called then last_value + ${increment} else last_value end)::text as next
      from ${quoted(name)}`,
  )
  return each.join(' union all ')
}

/** How many rows each table holds that no migration put there; those without any are left out. */
export function filledTables(tables: readonly { name: string }[]): string {
  const each = tables.map(({ name }) => {
    const beyond = name === SEEDED.table ? ` where ${SEEDED.beyond}` : ''
    return `select ${literal(name)} as table, count(*) as rows from ${quoted(name)}${beyond}`
  })
  return `select * from (${each.join(' union all ')}) counted where rows > 0 order by 1`
}

/** The one table a migration puts a row into: the head of a trail without entries. */
export const SEEDED = { table: 'audit_head', beyond: 'n > 0' } as const

/** The names of tables, one after another, for a statement about all of them. */
export function namesOf(tables: readonly { name: string }[]): string {
  return tables.map(({ name }) => quoted(name)).join(', ')
}

/** A name as it stands in a statement. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A table and its columns, for COPY. */
export function columnsOf({ name, columns }: { name: string; columns: readonly string[] }): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
