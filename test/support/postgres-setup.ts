import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../src/db/database.ts'
import { openBoss } from '../../src/jobs/queue/open-boss.ts'
import { databaseUrl, type PostgresConnection } from './postgres.ts'
import { findTestPostgres } from './postgres-binaries.ts'
import { type KeptService, keepService } from './service-keeper.ts'

/** Gives the project a private PostgreSQL: the one that comes along, or the machine's oldest. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const service = await startFor(project.name)
  const prefix = `muster_test_${randomBytes(4).toString('hex')}_`
  const connection = { url: service.connection.url, prefix, template: `${prefix}template` }
  project.provide('postgres', connection)
  await makeTemplate(connection)
  return async () => {
    await dropDatabases(connection)
    await service.stop()
  }
}

type Service = KeptService<{ url: string }>

async function startFor(name: string): Promise<Service> {
  if (name === 'postgres-18') return start([])
  const url = process.env.MUSTER_TEST_POSTGRES_URL
  if (url) return { connection: { url }, stop: async () => {} }
  const folder = await findTestPostgres(process.env)
  if (folder) return start([folder])
  throw new Error(
    'These tests need PostgreSQL 15 or newer: install postgresql, or set MUSTER_TEST_POSTGRES_BIN to ' +
      'the folder of postgres and initdb, or MUSTER_TEST_POSTGRES_URL to postgres://superuser:password@host:port/postgres',
  )
}

function start(args: readonly string[]): Promise<Service> {
  return keepService(join(import.meta.dirname, 'postgres-keeper.ts'), args)
}

async function makeTemplate({ url, template }: PostgresConnection): Promise<void> {
  await withSession(url, (session) => session.query(`create database ${template}`))
  const database = await openDatabase({ url: databaseUrl(url, template) })
  const boss = await openBoss(database, { looksAfter: false, onError: () => {} })
  await boss.stop({ graceful: false })
  await database.close()
}

async function dropDatabases({ url, prefix }: PostgresConnection): Promise<void> {
  await withSession(url, async (session) => {
    const { rows } = await session.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) await session.query(`drop database ${name} with (force)`)
  })
}

async function withSession(
  url: string,
  work: (session: pg.Client) => Promise<unknown>,
): Promise<void> {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  await work(session).finally(() => session.end())
}
