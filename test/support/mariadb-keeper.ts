import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import type { MariadbConnection } from './mariadb.ts'
import { findMariadb } from './mariadb-binaries.ts'
import { serveUntilParentEnds } from './service-keeper.ts'

const MAX_SOCKET_PATH = 100
const READY_WITHIN_MS = 60_000

interface Account {
  uid?: number
  gid?: number
}

const binaries = findMariadb(process.env)
if (!binaries) {
  throw new Error(
    'These tests need MariaDB: install mariadb-server, or set MUSTER_TEST_MARIADB_BIN to the folder ' +
      'of mariadbd and mariadb-install-db, or MUSTER_TEST_MARIADB_URL to mysql://admin:password@host:port',
  )
}

const { server, install } = binaries
const account = serverAccount()
const folder = privateFolder()
const child = start(await freePort())
try {
  await ready(child.connection)
  await serveUntilParentEnds({ ...child.connection, prefix: 'muster_test_' })
} finally {
  await stop(child.process)
  rmSync(folder, { recursive: true, force: true })
}

/** MariaDB refuses root: then it runs as the account its package made, else as nobody. */
function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {}
  for (const user of ['mysql', 'nobody']) {
    const found = readFileSync('/etc/passwd', 'utf8').match(
      new RegExp(`^${user}:[^:]*:(\\d+):(\\d+):`, 'm'),
    )
    if (found) return { uid: Number(found[1]), gid: Number(found[2]) }
  }
  throw new Error('These tests run as root and need an account mysql or nobody for MariaDB')
}

function privateFolder(): string {
  const isShort =
    Buffer.byteLength(tmpdir()) + '/muster-mariadb-123456/sock'.length < MAX_SOCKET_PATH
  const path = mkdtempSync(join(isShort ? tmpdir() : '/tmp', 'muster-mariadb-'))
  give(path)
  return path
}

function give(path: string): void {
  if (account.uid === undefined || account.gid === undefined) return
  chownSync(path, account.uid, account.gid)
}

function start(port: number): { process: ChildProcess; connection: MariadbConnection } {
  const data = join(folder, 'data')
  const socketPath = join(folder, 'sock')
  const password = randomBytes(12).toString('hex')
  const first = join(folder, 'first.sql')
  writeFileSync(first, firstStatements(password), { mode: 0o600 })
  give(first)
  const place = { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] as const }
  execFileSync(
    install,
    [
      '--no-defaults',
      `--basedir=${dirname(dirname(realpathSync(install)))}`,
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
    ],
    { ...place, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const child = spawn(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socketPath}`,
      `--port=${port}`,
      '--bind-address=127.0.0.1',
      '--skip-name-resolve',
      `--pid-file=${join(folder, 'pid')}`,
      `--log-error=${join(folder, 'log')}`,
      `--init-file=${first}`,
      '--log-output=TABLE',
      '--character-set-server=utf8mb3',
      '--collation-server=utf8mb3_general_ci',
      '--innodb-buffer-pool-size=64M',
      '--max-connections=200',
    ],
    { ...account, cwd: folder, stdio: 'ignore', detached: true },
  )
  const connection = { host: '127.0.0.1', port, user: 'admin', password, socketPath }
  return { process: child, connection }
}

function firstStatements(password: string): string {
  return [
    `create user 'admin'@'%' identified by '${password}';`,
    `grant all on *.* to 'admin'@'%' with grant option;`,
    `alter user 'root'@'localhost' identified by '${password}';`,
    '',
  ].join('\n')
}

async function ready(connection: MariadbConnection): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS
  for (;;) {
    const refusal = await tryConnect(connection)
    if (refusal === null) return
    if (child.process.exitCode !== null || Date.now() > until) {
      throw new Error(`MariaDB does not start: ${refusal}\n${logTail()}`)
    }
    await sleep(50)
  }
}

async function tryConnect(connection: MariadbConnection): Promise<string | null> {
  try {
    const admin = await createConnection(connection)
    await admin.end()
    return null
  } catch (error) {
    return String(error)
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  const hard = setTimeout(() => server.kill('SIGKILL'), 20_000)
  await ended
  clearTimeout(hard)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}

function logTail(): string {
  try {
    return readFileSync(join(folder, 'log'), 'utf8').slice(-2000)
  } catch {
    return ''
  }
}
