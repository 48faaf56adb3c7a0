import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { AppError } from '../../lib/errors.ts'
import { MIGRATION_LOCK, migrate } from '../migrate.ts'
import { summed } from './counted-rows.ts'
import { loadOrder, type Reference } from './load-order.ts'
import { type BackedTable, type Manifest, partOf } from './manifest.ts'
import * as q from './queries.ts'
import type { OpenBackup } from './read-backup.ts'
import type { FoundTable } from './snapshot.ts'
import { assertEmpty, shapeTarget, type Target } from './target.ts'

/** What was put back. */
export interface Loaded {
  readonly tables: number
  readonly rows: number
  /** Tables somebody else had made beside ours; they were not put back. */
  readonly leftAside: readonly string[]
}

/**
 * Puts a backup into an empty database: shaped as it was, filled in one transaction, then brought to the last
 * migration. Throws `backup.target-not-empty`, `backup.target-ahead`, `backup.unknown-migration`,
 * `backup.migration-differs` and `backup.damaged`; after any of them no row is there.
 */
export async function loadBackup(
  target: Target,
  backup: OpenBackup,
  onBytes: (bytes: number) => void,
): Promise<Loaded> {
  await shapeTarget(target, backup.manifest)
  const loaded = await loadWhole(target, backup, onBytes)
  await migrate(target.pool, target.migrations)
  return loaded
}

async function loadWhole(
  { pool }: Target,
  backup: OpenBackup,
  onBytes: (bytes: number) => void,
): Promise<Loaded> {
  const client = await pool.connect()
  let isSound = false
  try {
    await client.query('begin')
    const loaded = await load(client, backup, onBytes)
    await client.query('commit')
    isSound = true
    return loaded
  } finally {
    client.release(!isSound) // what is not confirmed is undone with the session
  }
}

async function load(
  client: pg.PoolClient,
  backup: OpenBackup,
  onBytes: (bytes: number) => void,
): Promise<Loaded> {
  const { manifest } = backup
  await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`)
  await client.query(q.PLAIN_VALUES)
  const ours = await lockedEmpty(client)
  const names = new Set(ours.map(({ name }) => name))
  const tables = await inLoadOrder(
    client,
    manifest.tables.filter(({ name }) => names.has(name)),
  )
  assertAllThere(backup, ours)
  const { rows: triggers } = await client.query<Trigger>(q.TRIGGERS)
  await turn(client, triggers, 'disable')
  if (names.has(q.SEEDED.table)) await client.query(`delete from ${q.quoted(q.SEEDED.table)}`)
  const hear = summed(onBytes)
  for (const table of tables) {
    await copyIn(client, table, backup.rowsOf(table, hear))
  }
  await client.query('set constraints all immediate')
  await turn(client, triggers, 'enable')
  await moveSequences(client, manifest)
  await client.query(`analyze ${q.namesOf(ours)}`)
  const leftAside = manifest.tables.map(({ name }) => name).filter((name) => !names.has(name))
  const rows = tables.reduce((sum, table) => sum + table.rows, 0)
  return { tables: tables.length, rows, leftAside }
}

/** From here on nobody else writes to it. */
async function lockedEmpty(client: pg.PoolClient): Promise<FoundTable[]> {
  const { rows: tables } = await client.query<FoundTable>(q.TABLES)
  await client.query(`lock table ${q.namesOf(tables)} in access exclusive mode`)
  return assertEmpty(client)
}

async function inLoadOrder(
  client: pg.PoolClient,
  tables: readonly BackedTable[],
): Promise<BackedTable[]> {
  const { rows: references } = await client.query<Reference>(q.REFERENCES)
  const byName = new Map(tables.map((table) => [table.name, table]))
  const order = loadOrder([...byName.keys()], references)
  return order.flatMap((name) => byName.get(name) ?? [])
}

/** Migrations alike make tables alike: one that the backup lacks was taken out of it. */
function assertAllThere({ file, manifest }: OpenBackup, ours: readonly FoundTable[]): void {
  const backed = new Map(manifest.tables.map((table) => [table.name, table]))
  const missing = ours.find(
    ({ name, columns }) => backed.get(name)?.columns.join() !== columns.join(),
  )
  if (missing) throw new AppError('backup.damaged', { file, part: partOf(missing) })
}

interface Trigger {
  readonly table: string
  readonly trigger: string
}

/** Rows put back were checked when they were new; the triggers rest in this transaction alone, as seen by nobody else. */
async function turn(
  client: pg.PoolClient,
  triggers: readonly Trigger[],
  way: 'enable' | 'disable',
): Promise<void> {
  const statements = triggers.map(
    ({ table, trigger }) => `alter table ${q.quoted(table)} ${way} trigger ${q.quoted(trigger)}`,
  )
  if (statements.length > 0) await client.query(statements.join(';\n'))
}

async function copyIn(
  client: pg.PoolClient,
  table: BackedTable,
  rows: AsyncIterable<Uint8Array>,
): Promise<void> {
  const copy = client.query(copyFrom(`copy ${q.columnsOf(table)} from stdin`))
  await pipeline(Readable.from(rows, { objectMode: false }), copy)
  if (copy.rowCount === table.rows) return
  throw new Error(`${copy.rowCount} rows of ${table.name} were taken in, not ${table.rows}`)
}

/** Undone with the transaction, unlike setval. */
async function moveSequences(client: pg.PoolClient, { sequences }: Manifest): Promise<void> {
  const { rows } = await client.query<{ name: string }>(q.SEQUENCES)
  const ours = new Set(rows.map(({ name }) => name))
  const statements = sequences
    .filter(({ name }) => ours.has(name))
    .map(({ name, next }) => `alter sequence ${q.quoted(name)} restart with ${next}`)
  if (statements.length > 0) await client.query(statements.join(';\n'))
}
