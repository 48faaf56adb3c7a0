import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import pg from 'pg'
import { openDatabase } from '../../src/db/database.ts'
import { openCluster } from '../../src/db/embedded/embedded-cluster.ts'

/** Where Muster keeps its own data during the rounds of one size. */
export interface OwnData {
  /** What `DATABASE_URL` is; empty for the PostgreSQL that comes along. */
  readonly url: string
  /** The cluster of the PostgreSQL that comes along, once it is made; null on a server. */
  cluster(): Promise<{ readonly folder: string } | null>
  /** Tells the planner what the tables hold, as the server's own maintenance does from day to day. */
  analyze(): Promise<void>
  /** Leaves nothing behind. */
  remove(): Promise<void>
}

/** An empty place for Muster's data: in `dataFolder`, or in a fresh database of the server at `url`. */
export async function freshOwnData(url: string | undefined, dataFolder: string): Promise<OwnData> {
  if (url) return onServer(url)
  await removeCluster(dataFolder)
  return {
    url: '',
    cluster: () => openCluster({ dataFolder }),
    analyze: () => analyzeIn(dataFolder),
    remove: () => removeCluster(dataFolder),
  }
}

async function analyzeIn(dataFolder: string): Promise<void> {
  const database = await openDatabase({ dataFolder })
  try {
    await database.pool.query('analyze')
  } finally {
    await database.close()
  }
}

/** What a run that was killed may have left goes too; a cluster of root lies outside its data folder. */
async function removeCluster(dataFolder: string): Promise<void> {
  if (existsSync(dataFolder)) {
    const { folder } = await openCluster({ dataFolder })
    await rm(folder, { recursive: true, force: true })
  }
  await rm(dataFolder, { recursive: true, force: true })
}

async function onServer(url: string): Promise<OwnData> {
  const name = `muster_bench_${randomBytes(4).toString('hex')}`
  const own = new URL(url)
  own.pathname = `/${name}`
  await runOn(url, `create database ${name}`)
  return {
    url: own.href,
    cluster: async () => null,
    analyze: () => runOn(own.href, 'analyze'),
    remove: () => runOn(url, `drop database ${name}`),
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const session = new pg.Client({ connectionString: url })
  await session.connect()
  try {
    await session.query(statement)
  } finally {
    await session.end()
  }
}
