import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../../src/db/database.ts'

/** How to reach the PostgreSQL of this test run as its administrator. */
export interface PostgresConnection {
  /** Of the database `postgres`. */
  url: string
  /** A migrated database nobody is connected to. */
  template: string
  /** Every database of the run begins with it. */
  prefix: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: PostgresConnection
  }
}

export interface TestDatabase extends Database {
  /** To open the same database a second time. */
  url: string
}

/** A fresh migrated database for this test file alone. Call it at the top of a file or a describe. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template } = inject('postgres')
  const url = await emptyTestDatabase(template)
  const database = await openDatabase({ url })
  afterAll(() => database.close())
  return { ...database, url }
}

/** A database of its own without our tables, or a copy of `template`; gone after the file. */
export async function emptyTestDatabase(template = 'template1'): Promise<string> {
  const { url, prefix } = inject('postgres')
  const name = `${prefix}${randomBytes(6).toString('hex')}`
  await administer(url, `create database ${name} template ${template}`)
  afterAll(() => administer(url, `drop database if exists ${name} with (force)`))
  return databaseUrl(url, name)
}

/** The URL of another database on the same server. */
export function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}

async function administer(url: string, statement: string): Promise<void> {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  await session.query(statement).finally(() => session.end())
}
