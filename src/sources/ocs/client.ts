import { z } from 'zod'
import { isAppError } from '../../lib/errors.ts'
import type { Writer } from '../source.ts'
import type { AccessScope } from './computer.ts'
import type { OcsConnection } from './connection.ts'
import { CustomFieldRow, inventoryColumn } from './custom-field.ts'
import type { ReadableDatabase } from './database.ts'
import { addGuests, deliver, type LeftOut, leftOutNotes } from './delivery.ts'
import { type Dialect, MARIADB, SQLITE } from './dialect.ts'
import {
  assertOcsLayout,
  knowsGuests,
  knowsScopes,
  missingParts,
  type OcsLayout,
  ocsLayout,
  unseenNotes,
} from './layout.ts'
import { ACCESS_SCOPES, COMPUTER_COUNT, CUSTOM_FIELDS, computers, GUEST_UUIDS } from './queries.ts'
import type { OcsSettings } from './schema.ts'
import { ocsWriter } from './writer/client.ts'

const ROWS_PER_BATCH = 1_000
const CatalogueRow = z.object({ tableName: z.string(), columnName: z.string() })
const CountRow = z.object({ computers: z.coerce.number() })
const ScopeRow = z.object({ login: z.string(), pattern: z.string() })

/** An OCS database found to be one, with the column of the inventory number. */
interface Opened<Database extends ReadableDatabase> {
  readonly database: Database
  readonly dialect: Dialect
  readonly layout: OcsLayout
  readonly column: string
}

/** Opens OCS for reading. Sends selects and nothing else. */
export async function connectOcs(settings: OcsSettings): Promise<OcsConnection> {
  const opened = await open(settings, await openReadable(settings))
  const { database, layout } = opened
  const count = await computerCount(database)
  const leftOut: LeftOut = { groups: 0, archived: 0 }
  return {
    origin: { name: database.where, hash: null, bytes: null },
    target: database.target,
    expected: () => count,
    rows: () => rows(opened, settings.includeArchived, leftOut),
    notes: () => [...leftOutNotes(leftOut), ...unseenNotes(layout)],
    scopes: () => scopes(database, layout),
    close: () => database.close(),
  }
}

/** Opens OCS for writing TAGs; a session of its own, never one that reads a delivery. */
export async function openOcsWriter(settings: OcsSettings): Promise<Writer> {
  const { database, dialect, column } = await open(settings, await openWritable(settings))
  return ocsWriter({ database, target: { dialect, column } })
}

async function openReadable(settings: OcsSettings): Promise<ReadableDatabase> {
  if ('file' in settings) return (await import('./sqlite/client.ts')).openSqlite(settings.file)
  return (await import('./mariadb/client.ts')).openMariadb(settings)
}

async function openWritable(settings: OcsSettings) {
  if ('file' in settings) {
    return (await import('./sqlite/client.ts')).openWritableSqlite(settings.file)
  }
  return (await import('./mariadb/client.ts')).openWritableMariadb(settings)
}

async function open<Database extends ReadableDatabase>(
  settings: OcsSettings,
  database: Database,
): Promise<Opened<Database>> {
  const dialect = 'file' in settings ? SQLITE : MARIADB
  try {
    const layout = await readLayout(database, dialect)
    const fields = (await database.select(CUSTOM_FIELDS)).map((row) => CustomFieldRow.parse(row))
    const column = inventoryColumn(fields, settings.inventoryField, layout)
    return { database, dialect, layout, column }
  } catch (error) {
    await database.close()
    throw error
  }
}

async function computerCount(database: ReadableDatabase): Promise<number> {
  try {
    const [row] = await database.select(COMPUTER_COUNT)
    return CountRow.parse(row).computers
  } catch (error) {
    await database.close()
    throw error
  }
}

async function readLayout(database: ReadableDatabase, dialect: Dialect): Promise<OcsLayout> {
  const found = (await database.select(dialect.catalogue)).map((row) => CatalogueRow.parse(row))
  const layout = ocsLayout(found.map((row) => ({ table: row.tableName, column: row.columnName })))
  for (const part of missingParts(layout)) {
    if (!layout.has(part)) await assertGranted(database, part)
  }
  assertOcsLayout(layout, database.where)
  return layout
}

/** The catalogue hides what an account may not read: only asking tells missing from forbidden. */
async function assertGranted(database: ReadableDatabase, part: string): Promise<void> {
  const [table = part] = part.split('.')
  await database.select(`select 1 from ${table} limit 0`).catch((error: unknown) => {
    if (isAppError(error, 'ocs.refused') || isAppError(error, 'ocs.lost')) throw error
  })
}

async function* rows(
  { database, dialect, layout, column }: Opened<ReadableDatabase>,
  includeArchived: boolean,
  leftOut: LeftOut,
) {
  Object.assign(leftOut, { groups: 0, archived: 0 })
  const guests = new Map<string, string>()
  if (knowsGuests(layout)) {
    for await (const found of database.stream(GUEST_UUIDS, ROWS_PER_BATCH)) addGuests(guests, found)
  }
  const text = computers(dialect, { layout, column })
  for await (const found of database.stream(text, ROWS_PER_BATCH)) {
    const delivered = deliver(found, { guests, includeArchived }, leftOut)
    if (delivered.length > 0) yield delivered
  }
}

async function scopes(database: ReadableDatabase, layout: OcsLayout): Promise<AccessScope[]> {
  if (!knowsScopes(layout)) return []
  return (await database.select(ACCESS_SCOPES)).map((row) => ScopeRow.parse(row))
}
