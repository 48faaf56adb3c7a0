import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { program } from '../../src/db/embedded/embedded-binaries.ts'
import { openCluster } from '../../src/db/embedded/embedded-cluster.ts'
import { type Cluster, filesOf, SUPERUSER } from '../../src/db/embedded/embedded-files.ts'
import { freePort } from './free-port.ts'

/** How a server goes down: `crash` is kill -9 of its first process, `restart` an orderly end that waits for nobody. */
export type Downfall = 'crash' | 'restart'

/** A private PostgreSQL at one port of this machine, which can go down and come back. */
export interface PostgresServer {
  url(database: string): string
  /** Statements of its administrator, one after the other; gives the rows of the last. */
  ask(...statements: readonly string[]): Promise<Readonly<Record<string, unknown>>[]>
  /** Makes a database just like another. */
  copy(template: string, database: string): Promise<void>
  down(how: Downfall): Promise<void>
  up(): Promise<void>
  /** Ends it and removes what it kept. */
  close(): Promise<void>
}

const UP_WITHIN_MS = 60_000

/** Makes a server in a folder that its account may pass through, and starts it. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o711)
  const cluster = await openCluster({
    dataFolder: join(folder, 'data'),
    systemFolder: join(folder, 'system'),
  })
  const port = await freePort()
  const url = (database: string) => `postgres://${SUPERUSER}@127.0.0.1:${port}/${database}`
  let child = launch(cluster, port)
  const ask = (...statements: readonly string[]) => askAt(url('postgres'), statements)
  const up = async () => {
    if (isOver(child)) child = launch(cluster, port)
    const until = Date.now() + UP_WITHIN_MS
    while (!(await answers(ask))) {
      if (isOver(child)) child = launch(cluster, port) // what it left behind is in the way for a moment
      if (Date.now() > until) throw new Error('PostgreSQL does not come up')
      await sleep(100)
    }
  }
  const down = async (how: Downfall) => {
    const ended = endOf(child)
    child.kill(how === 'crash' ? 'SIGKILL' : 'SIGINT')
    await ended
  }
  await up()
  return {
    ...{ url, ask, up, down },
    copy: async (template, database) => {
      await ask(copied(template, database))
    },
    close: async () => {
      await down('restart')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Page by page through the log (`wal_log`, which is usual) PostgreSQL 18.4 copies how far sequences have got, and not
 * that they are to be logged again: numbers given before the next checkpoint are given twice once the server was killed.
 * A copy of files has none of that.
 */
function copied(template: string, database: string): string {
  return `create database ${database} template ${template} strategy file_copy`
}

function launch(cluster: Cluster, port: number): ChildProcess {
  const settings = {
    ...{ port: `${port}`, listen_addresses: '127.0.0.1', unix_socket_directories: '' },
    ...{ max_connections: '200', timezone: 'UTC', log_timezone: 'UTC', jit: 'off' },
  }
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return spawn(program(cluster.binaries, 'postgres'), ['-D', filesOf(cluster).data, ...pairs], {
    ...cluster.account,
    cwd: cluster.folder,
    stdio: 'ignore',
  })
}

async function askAt(url: string, statements: readonly string[]) {
  const session = new pg.Client({ connectionString: url })
  session.on('error', () => {}) // told by the statement under way
  await session.connect()
  try {
    let rows: Record<string, unknown>[] = []
    for (const statement of statements) rows = (await session.query(statement)).rows
    return rows
  } finally {
    await session.end().catch(() => {}) // it may be what failed
  }
}

function answers(ask: PostgresServer['ask']): Promise<boolean> {
  return ask('select 1').then(
    () => true,
    () => false,
  )
}

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null
}

function endOf(child: ChildProcess): Promise<unknown> {
  if (isOver(child)) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}
