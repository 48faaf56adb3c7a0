import type pg from 'pg'

interface Column {
  table: string
  name: string
  type: string
  nullable: boolean
  /** 'always' for what only the database fills, 'default' for what it fills when nothing is given. */
  filled: 'always' | 'default' | 'never'
}

const COLUMNS = `
  select relname as "table", attname as name, typname as type, not attnotnull as nullable,
    case
      when attidentity = 'a' or attgenerated <> '' then 'always'
      when attidentity = 'd' or atthasdef then 'default'
      else 'never'
    end as filled
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  join pg_type on pg_type.oid = atttypid
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
    and attnum > 0 and not attisdropped
  order by relname collate "C", attnum`

const TYPES: Record<string, string> = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  float4: 'number',
  float8: 'number',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  json: 'unknown',
  jsonb: 'unknown',
  name: 'string',
  numeric: 'string',
  text: 'string',
  timestamptz: 'Instant',
  uuid: 'string',
  varchar: 'string',
}

/** The text of `src/db/schema.ts` for the database as it is. */
export async function schemaText(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(COLUMNS)
  const tables = Map.groupBy(rows, (column) => column.table)
  const names = [...tables.keys()]
  return [
    '// Made by `npm run schema` from the migrated database. Do not edit.',
    importLine(rows),
    'type Instant = ColumnType<Date, Date | string, Date | string>',
    ...[...tables].map(([name, columns]) => tableText(name, columns)),
    '/** Every table and view, for the query builder. */',
    `export interface Schema {\n${names.map((name) => `  ${name}: ${typeName(name)}`).join('\n')}\n}`,
  ]
    .join('\n\n')
    .replace('builder. */\n\n', 'builder. */\n')
    .concat('\n')
}

function importLine(columns: readonly Column[]): string {
  const used = ['ColumnType', 'Generated', 'GeneratedAlways'].filter(
    (name) => name === 'ColumnType' || columns.some((column) => wrapperOf(column) === name),
  )
  return `import type { ${used.join(', ')} } from 'kysely'`
}

function tableText(name: string, columns: readonly Column[]): string {
  const lines = columns.map((column) => `  ${column.name}: ${columnType(column)}`)
  return `interface ${typeName(name)} {\n${lines.join('\n')}\n}`
}

function columnType(column: Column): string {
  const base = tsType(column.type)
  const type = column.nullable && base !== 'unknown' ? `${base} | null` : base
  const wrapper = wrapperOf(column)
  return wrapper === null ? type : `${wrapper}<${type}>`
}

function wrapperOf({ filled }: Column): string | null {
  if (filled === 'never') return null
  return filled === 'always' ? 'GeneratedAlways' : 'Generated'
}

/** Types of arrays are named after their element with a line in front. */
function tsType(type: string): string {
  const element = type.startsWith('_') ? type.slice(1) : type
  const known = TYPES[element]
  if (known === undefined) throw new Error(`no TypeScript type is known for ${type}`)
  return element === type ? known : `${known === 'Instant' ? 'Date' : known}[]`
}

/** @example typeName('run_step') // => 'RunStep' */
function typeName(table: string): string {
  return table.replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())
}
