import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { SqlValue, WritableDatabase } from './database.ts'
import { MARIADB, SQLITE } from './dialect.ts'
import { openWritableMariadb } from './mariadb/client.ts'
import type { SimulatedOcs } from './simulation/estate.ts'
import { estateRows, fieldRows, type TableRows } from './simulation/rows.ts'
import { createStatements, databaseVersion, type SimulatedVersion } from './simulation/tables.ts'
import { openWritableSqlite } from './sqlite/client.ts'

/** Where a simulated OCS lives: an SQLite file, or a database of a server. */
export type SimulatedTarget =
  | { readonly file: string }
  | {
      readonly host: string
      readonly port: number
      readonly user: string
      readonly password: string
      readonly database: string
    }

const VALUES_PER_STATEMENT = 20_000

/** Makes an empty OCS database: in a new or empty file, or an empty database of a server. */
export async function createOcsTables(
  target: SimulatedTarget,
  { version = '2.12.4', charset = 'utf8mb3' }: Partial<SimulatedVersion> = {},
): Promise<void> {
  if ('file' in target) new DatabaseSync(target.file).close()
  await within(target, async (database) => {
    const engine = 'file' in target ? 'sqlite' : 'mariadb'
    for (const statement of createStatements(engine, { version, charset })) {
      await database.run(statement)
    }
    await insert(database, {
      table: 'config',
      columns: ['NAME', 'IVALUE', 'TVALUE'],
      rows: [
        ['GUI_VERSION', 0, databaseVersion(version)],
        ['AUTO_DUPLICATE_LVL', 7, ''],
      ],
    })
  })
}

/** Fills an empty OCS database. */
export async function fillOcs(target: SimulatedTarget, estate: SimulatedOcs): Promise<void> {
  await within(target, async (database) => {
    const fields = [estate.inventoryField, ...(estate.otherFields ?? [])]
    for (const { id } of fields) {
      await database.run(
        `alter table accountinfo add column fields_${id} varchar(255) default null`,
      )
    }
    const hasArchive = await knowsArchive(database, target)
    for (const rows of [fieldRows(fields), ...estateRows(estate, hasArchive)]) {
      await insert(database, rows)
    }
  })
}

/** A known computer reports and has no `accountinfo` row: OCS makes one whose TAG is LOST. */
export async function agentReportsLost(target: SimulatedTarget, hardwareId: number): Promise<void> {
  await within(target, async (database) => {
    await database.run('delete from accountinfo where HARDWARE_ID = ?', [hardwareId])
    await database.run('insert into accountinfo (HARDWARE_ID, TAG) values (?, ?)', [
      hardwareId,
      'LOST',
    ])
  })
}

/** An agent whose server accepts TAGs from clients puts back the one it holds. */
export async function agentRevertsTag(
  target: SimulatedTarget,
  { hardwareId, tag }: { hardwareId: number; tag: string },
): Promise<void> {
  await within(target, (database) =>
    database.run('update accountinfo set TAG = ? where HARDWARE_ID = ?', [tag, hardwareId]),
  )
}

/** OCS finds two computers to be one: the new row survives and is given the old one's `accountinfo`. */
export async function mergeComputers(
  target: SimulatedTarget,
  { oldId, newId }: { oldId: number; newId: number },
): Promise<void> {
  await within(target, async (database) => {
    await database.run('delete from accountinfo where HARDWARE_ID = ?', [newId])
    await database.run('update accountinfo set HARDWARE_ID = ? where HARDWARE_ID = ?', [
      newId,
      oldId,
    ])
    for (const table of ['bios', 'networks', 'virtualmachines']) {
      await database.run(`delete from ${table} where HARDWARE_ID = ?`, [oldId])
    }
    await database.run('delete from hardware where ID = ?', [oldId])
  })
}

async function within(
  target: SimulatedTarget,
  act: (database: WritableDatabase) => Promise<unknown>,
): Promise<void> {
  const database = await openTarget(target)
  try {
    await database.run('begin')
    await act(database)
    await database.run('commit')
  } finally {
    await database.close()
  }
}

async function openTarget(target: SimulatedTarget): Promise<WritableDatabase> {
  if ('file' in target) return openWritableSqlite(target.file)
  const rest = { tls: false, inventoryField: '', includeArchived: false }
  return openWritableMariadb({ ...target, ...rest })
}

async function knowsArchive(database: WritableDatabase, target: SimulatedTarget): Promise<boolean> {
  const { catalogue } = 'file' in target ? SQLITE : MARIADB
  const Column = z.object({ tableName: z.string(), columnName: z.string() })
  const columns = (await database.select(catalogue)).map((row) => Column.parse(row))
  return columns.some((it) => it.tableName === 'hardware' && it.columnName === 'ARCHIVE')
}

async function insert(database: WritableDatabase, { table, columns, rows }: TableRows) {
  const head = `insert into \`${table}\` (${columns.join(', ')}) values `
  const one = `(${columns.map(() => '?').join(', ')})`
  const rowsPerStatement = Math.floor(VALUES_PER_STATEMENT / columns.length)
  let batch: (readonly SqlValue[])[] = []
  const flush = async () => {
    if (batch.length === 0) return
    await database.run(head + Array(batch.length).fill(one).join(', '), batch.flat())
    batch = []
  }
  for (const row of rows) {
    batch.push(row)
    if (batch.length === rowsPerStatement) await flush()
  }
  await flush()
}
