import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { createConnection, type RowDataPacket } from 'mysql2/promise'
import type { TestProject } from 'vitest/node'
import type { MariadbConnection } from './mariadb.ts'
import { type KeptService, keepService, shareService } from './service-keeper.ts'

/** Gives every test of the project a MariaDB: a private one, or the one MUSTER_TEST_MARIADB_URL names. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.MUSTER_TEST_MARIADB_URL
  const service = await shareService('mariadb', () => (url ? connectTo(url) : startPrivate()))
  project.provide('mariadb', service.connection)
  return service.stop
}

type Provided = MariadbConnection & { prefix: string }

function startPrivate(): Promise<KeptService<Provided>> {
  return keepService(join(import.meta.dirname, 'mariadb-keeper.ts'), [])
}

async function connectTo(url: string): Promise<KeptService<Provided>> {
  const { hostname, port, username, password } = new URL(url)
  const connection = {
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
  const prefix = `muster_test_${randomBytes(4).toString('hex')}_`
  return { connection: { ...connection, prefix }, stop: () => dropDatabases(connection, prefix) }
}

async function dropDatabases(connection: MariadbConnection, prefix: string): Promise<void> {
  const admin = await createConnection(connection)
  const [rows] = await admin.query<RowDataPacket[]>(
    'select schema_name as name from information_schema.schemata where left(schema_name, ?) = ?',
    [prefix.length, prefix],
  )
  for (const { name } of rows) await admin.query(`drop database \`${name}\``)
  await admin.end()
}
