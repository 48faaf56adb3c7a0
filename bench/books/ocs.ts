import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise'
import type { SimulatedOcs } from '../../src/sources/ocs/simulation/estate.ts'
import { createOcsTables, fillOcs } from '../../src/sources/ocs/simulator.ts'
import { keepService } from '../../test/support/service-keeper.ts'

/** How to reach a MariaDB as its administrator. */
export interface MariadbServer {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
}

/** A database of OCS on a MariaDB, which can be put back to where it was. */
export interface BenchOcs {
  readonly target: MariadbServer & { readonly database: string }
  /** Gives every row the TAG it had at first. */
  reset(): Promise<void>
  /** TAG by HARDWARE_ID, as stored. */
  tags(): Promise<ReadonlyMap<number, string | null>>
  drop(): Promise<void>
}

const KEEPER = join(import.meta.dirname, '../../test/support/mariadb-keeper.ts')

/** Runs `work` with the MariaDB that MUSTER_TEST_MARIADB_URL names, or with a private one. */
export async function withMariadb<T>(
  url: string | undefined,
  work: (server: MariadbServer) => Promise<T>,
): Promise<T> {
  if (url) return work(serverAt(new URL(url)))
  const service = await keepService<MariadbServer>(KEEPER, [])
  try {
    const { host, port, user, password } = service.connection
    return await work({ host, port, user, password })
  } finally {
    await service.stop()
  }
}

function serverAt({ hostname, port, username, password }: URL): MariadbServer {
  return {
    host: hostname,
    port: Number(port || 3306),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

/** What the server calls itself. */
export async function mariadbVersion(server: MariadbServer): Promise<string> {
  return within(server, async (admin) => {
    const [rows] = await admin.query<RowDataPacket[]>('select version() as version')
    return String(rows[0]?.version)
  })
}

/** Makes a database of OCS and fills it. */
export async function makeOcs(server: MariadbServer, estate: SimulatedOcs): Promise<BenchOcs> {
  const database = `muster_bench_${randomBytes(4).toString('hex')}`
  const start = `${database}_start`
  const target = { ...server, database }
  const run = (...statements: readonly string[]) =>
    within(server, async (admin) => {
      for (const statement of statements) await admin.query(statement)
    })
  await run(`create database ${database}`, `create database ${start}`)
  await createOcsTables(target)
  await fillOcs(target, estate)
  await run(
    `create table ${start}.accountinfo as select * from ${database}.accountinfo`,
    `analyze table ${database}.hardware, ${database}.accountinfo, ${database}.bios`,
  )
  return {
    target,
    reset: () =>
      run(
        `truncate table ${database}.accountinfo`,
        `insert into ${database}.accountinfo select * from ${start}.accountinfo`,
      ),
    tags: () => within(server, (admin) => readTags(admin, database)),
    drop: () => run(`drop database ${database}`, `drop database ${start}`),
  }
}

async function readTags(admin: Connection, database: string) {
  const [rows] = await admin.query<RowDataPacket[]>(
    `select HARDWARE_ID as id, TAG as tag from ${database}.accountinfo`,
  )
  return new Map(rows.map(({ id, tag }) => [Number(id), tag === null ? null : String(tag)]))
}

async function within<T>(
  { host, port, user, password }: MariadbServer,
  work: (admin: Connection) => Promise<T>,
): Promise<T> {
  const admin = await createConnection({ host, port, user, password, charset: 'utf8mb4' })
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
