/** How one engine says what the reader and the writer need; everything else is common SQL. */
export interface Dialect {
  /** Table and column names of the catalogue. */
  readonly catalogue: string
  /** The column's text exactly as stored, whatever its type and character set. */
  text(column: string): string
  /** True where the column's text is byte for byte the bound value, or both are null. */
  isExactly(column: string, value: string): string
  /** Gives a row when a change of `accountinfo` can be taken back. */
  readonly canRollBack: string
  readonly begin: string
  /** How many changes one statement makes together; 1 where each has its own. */
  readonly together: number
  /** Ends a select that must see, and keep, the latest committed row. */
  readonly lock: string
}

/**
 * Texts are compared as UTF-8 bytes: collations and character sets of columns have no say. The
 * driver escapes a bound text by backslashes, which `WRITER_SESSION` sees to that the server reads.
 */
export const MARIADB: Dialect = {
  catalogue: `
    select TABLE_NAME as tableName, COLUMN_NAME as columnName
    from information_schema.COLUMNS
    where TABLE_SCHEMA = database()`,
  text: (column) => `convert(${column} using utf8mb4)`,
  isExactly: (column, value) =>
    `cast(convert(${column} using utf8mb4) as binary) <=> cast(${value} as binary)`,
  canRollBack: `
    select 1 as yes
    from information_schema.TABLES as kept
    join information_schema.ENGINES as engine on engine.ENGINE = kept.ENGINE
    where kept.TABLE_SCHEMA = database() and kept.TABLE_NAME = 'accountinfo'
      and engine.TRANSACTIONS = 'YES'`,
  begin: 'start transaction',
  together: 500,
  lock: 'lock in share mode',
}

export const SQLITE: Dialect = {
  catalogue: `
    select found.name as tableName, field.name as columnName
    from sqlite_schema as found
    join pragma_table_info(found.name) as field
    where found.type = 'table'`,
  text: (column) => `cast(${column} as text)`,
  isExactly: (column, value) => `cast(${column} as text) collate binary is ${value}`,
  canRollBack: 'select 1 as yes',
  begin: 'begin immediate',
  together: 1,
  lock: '',
}
