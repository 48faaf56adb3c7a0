import type pg from 'pg'
import type { Database } from '../database.ts'
import { MIGRATION_LOCK } from '../migrate.ts'
import type { Manifest } from './manifest.ts'
import * as q from './queries.ts'

/** A table as it is found. */
export interface FoundTable {
  readonly name: string
  readonly columns: readonly string[]
}

/** The whole database at one instant, however long it is looked at. */
export interface Snapshot extends Pick<Manifest, 'postgres' | 'migrations' | 'sequences'> {
  readonly client: pg.PoolClient
  readonly tables: readonly FoundTable[]
}

/**
 * Lends the database as it stands now to `work`, while others write on; nothing can be written through it, and
 * no migration begins before it is given back.
 */
export async function withSnapshot<T>(
  { pool }: Pick<Database, 'pool'>,
  work: (snapshot: Snapshot) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let isSound = false
  try {
    await client.query(`select pg_advisory_lock_shared(${MIGRATION_LOCK})`)
    await client.query('begin isolation level repeatable read, read only')
    await client.query(q.PLAIN_VALUES)
    const result = await work(await takeSnapshot(client))
    await client.query('commit')
    await client.query(`select pg_advisory_unlock_shared(${MIGRATION_LOCK})`)
    isSound = true
    return result
  } finally {
    client.release(!isSound) // a copy broken off leaves a session nobody can use
  }
}

/** The first statement decides the instant; the locks keep tables from being emptied or altered under it. */
async function takeSnapshot(client: pg.PoolClient): Promise<Snapshot> {
  const { rows: migrations } = await client.query(q.MIGRATIONS_DONE)
  const { rows: tables } = await client.query<FoundTable>(q.TABLES)
  if (tables.length > 0) await client.query(`lock table ${q.namesOf(tables)} in access share mode`)
  const { rows: versions } = await client.query<{ version: string }>(q.SERVER_VERSION)
  const postgres = versions[0]?.version ?? '?'
  return { client, migrations, tables, sequences: await sequencesOf(client), postgres }
}

/** Sequences stand outside transactions: later than the instant, never before it, so no number is given twice. */
async function sequencesOf(client: pg.PoolClient): Promise<Manifest['sequences']> {
  const { rows: found } = await client.query<{ name: string; increment: number }>(q.SEQUENCES)
  if (found.length === 0) return []
  return (await client.query<{ name: string; next: string }>(q.nextNumbers(found))).rows
}
