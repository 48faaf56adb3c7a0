import { execFile, spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { acquireEmbedded } from '../../src/db/embedded/embedded.ts'
import { program } from '../../src/db/embedded/embedded-binaries.ts'
import { openCluster } from '../../src/db/embedded/embedded-cluster.ts'
import { DATABASE, filesOf, SUPERUSER } from '../../src/db/embedded/embedded-files.ts'

const run = promisify(execFile)

/** A server and a standby that follows it. */
export interface ServerWithStandby {
  readonly url: string
  readonly standbyUrl: string
  /** Starts the standby, and waits until it answers. */
  startStandby(): Promise<void>
  /** Ends it at once, under whoever reads from it. */
  stopStandby(): Promise<void>
  close(): Promise<void>
}

/** Makes a server with an empty database, and a standby of it from a copy of its stopped data folder. */
export async function serverWithStandby(): Promise<ServerWithStandby> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-standby-'))
  chmodSync(folder, 0o711) // the account of the database passes through
  const place = { dataFolder: join(folder, 'data'), systemFolder: join(folder, 'system') }
  await (await acquireEmbedded(place)).release()
  const cluster = await openCluster(place)
  const data = join(dirname(cluster.folder), 'standby')
  await run('cp', ['-a', filesOf(cluster).data, data])
  writeFileSync(join(data, 'standby.signal'), '')
  const sockets = join(folder, 'sockets')
  mkdirSync(sockets)
  const { account } = cluster
  if (account) chownSync(sockets, account.uid, account.gid)

  const lease = await acquireEmbedded(place)
  const { host, port } = lease.connection
  const follows = `host=${host} port=${port} user=${SUPERUSER}`
  const settings = [`primary_conninfo=${follows}`, `unix_socket_directories=${sockets}`]
  const args = [...settings, 'listen_addresses=', 'port=5432', 'max_connections=200'].flatMap(
    (setting) => ['-c', setting],
  )
  const urlAt = (socket: string, at: number) =>
    `postgres://${SUPERUSER}@localhost:${at}/${DATABASE}?host=${encodeURIComponent(socket)}`
  const standbyUrl = urlAt(sockets, 5432)
  let child: ReturnType<typeof spawn> | null = null
  const stopStandby = async () => {
    if (child === null) return
    const ended = new Promise((resolve) => child?.once('exit', resolve))
    child.kill('SIGQUIT')
    await ended
    child = null
  }
  return {
    ...{ url: urlAt(host, port), standbyUrl, stopStandby },
    async startStandby() {
      child = spawn(program(cluster.binaries, 'postgres'), ['-D', data, ...args], {
        ...{ ...account, cwd: folder, stdio: 'ignore' },
      })
      while (!(await answers(standbyUrl))) await sleep(50)
    },
    async close() {
      await stopStandby()
      await lease.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<boolean> {
  const session = new pg.Client({ connectionString: url })
  session.on('error', () => {}) // it may end while it starts
  try {
    await session.connect()
    await session.query('select')
    return true
  } catch {
    return false
  } finally {
    await session.end().catch(() => {})
  }
}
