import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { type FileHandle, open, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { totalmem } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { StartReason } from '../../lib/database-failure.ts'
import { AppError } from '../../lib/errors.ts'
import { giveTo } from './embedded-account.ts'
import { program } from './embedded-binaries.ts'
import { type Cluster, filesOf, isServerFileBroken, readServerFile } from './embedded-files.ts'
import { memorySettings, WORK_SETTINGS } from './embedded-memory.ts'
import { isAlive, mayServe } from './embedded-process.ts'
import { removeSocketFolder, socketFolder } from './embedded-sockets.ts'
import { withStartLock } from './embedded-start-lock.ts'

const run = promisify(execFile)
const LOG_KEPT_BYTES = 10_000_000

/** What a server that died may leave for a moment: its children end by themselves. */
const PASSING = /pre-existing shared memory block|lock file ".*" already exists/

/** What came of trying to use a server. `busy`: it starts, it ends, or its last user is stopping it. */
export type Attempt<Session> =
  | { kind: 'held'; session: Session }
  | { kind: 'absent' }
  | { kind: 'busy' }

/** Starts the server of a cluster unless one is there; gives what `attempt` gets of it. */
export async function startServer<Session>(
  cluster: Cluster,
  until: number,
  attempt: () => Promise<Attempt<Session>>,
): Promise<Session> {
  return withStartLock(cluster, until, async () => {
    for (;;) {
      const found = await attempt()
      if (found.kind === 'held') return found.session
      if (Date.now() > until) throw await startFailed(cluster, 'does-not-answer')
      if (found.kind === 'busy' || (await isTaken(cluster))) await sleep(20)
      else {
        const first = await launch(cluster, until, attempt)
        if (first !== null) return first
      }
    }
  })
}

/**
 * Asks the server to end without waiting for its clients, and waits until it has. One of another
 * container is left alone: its number means something else here.
 */
export async function stopServer(cluster: Cluster, pid: number, until: number): Promise<void> {
  if (!(await mayServe(pid, cluster))) return
  const file = await readServerFile(cluster)
  await askToStop(cluster, pid)
  while ((await readServerFile(cluster))?.pid === pid && isAlive(pid)) {
    if (Date.now() > until) throw await stopFailed(cluster)
    await sleep(10)
  }
  if (file?.pid === pid) await removeSocketFolder(file.socketFolder, cluster)
}

/**
 * True while a server starts or ends in this cluster. What a dead one left is cleared away here,
 * under the start lock, so that nobody can start one meanwhile.
 */
async function isTaken(cluster: Cluster): Promise<boolean> {
  const file = await readServerFile(cluster)
  if (file === null) return isBeingWritten(cluster)
  if (await mayServe(file.pid, cluster)) return true
  await removeSocketFolder(file.socketFolder, cluster)
  if (isAlive(file.pid)) await rm(filesOf(cluster).postmaster, { force: true })
  return false
}

/** A power cut can leave the file empty; a server that starts fills it within moments. */
async function isBeingWritten(cluster: Cluster): Promise<boolean> {
  if (!(await isServerFileBroken(cluster))) return false
  await sleep(2000)
  if (await isServerFileBroken(cluster)) await rm(filesOf(cluster).postmaster, { force: true })
  return true
}

/** Null when it is worth another try: somebody was the last to use it before we could, or a dead one was in the way. */
async function launch<Session>(
  cluster: Cluster,
  until: number,
  attempt: () => Promise<Attempt<Session>>,
): Promise<Session | null> {
  const sockets = await socketFolder(cluster)
  const log = await openLog(cluster)
  const { size: before } = await log.stat()
  let child: ChildProcess
  try {
    child = await spawnServer(cluster, sockets, log).finally(() => log.close())
    while (!hasEnded(child)) {
      const found = await attempt()
      if (found.kind === 'held') return found.session
      if (Date.now() > until) throw await startFailed(cluster, 'does-not-answer')
      await sleep(10)
    }
  } catch (error) {
    await removeSocketFolder(sockets, cluster)
    throw error
  }
  await removeSocketFolder(sockets, cluster)
  if (child.exitCode !== 0) await orThrow(cluster, before)
  return null
}

/** What stood in the way of the server: waits a moment when it passes by itself, else throws. */
async function orThrow(cluster: Cluster, before: number): Promise<void> {
  const log = await readFile(filesOf(cluster).log)
  const said = log.subarray(before).toString()
  if (!PASSING.test(said)) throw await startFailed(cluster, 'ended-at-once')
  await sleep(100)
}

async function spawnServer(
  cluster: Cluster,
  sockets: string,
  log: FileHandle,
): Promise<ChildProcess> {
  const { data } = filesOf(cluster)
  if (process.platform === 'win32') return spawnOnWindows(cluster, log)
  const settings = {
    listen_addresses: '',
    unix_socket_directories: `"${sockets.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    ...usualSettings(),
  }
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(program(cluster.binaries, 'postgres'), ['-D', data, ...pairs], {
    ...cluster.account,
    cwd: cluster.folder,
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  return started(child, cluster)
}

function usualSettings() {
  return {
    port: '5432',
    max_connections: '200',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    cluster_name: 'muster',
    ...memorySettings(totalmem()),
    ...WORK_SETTINGS,
  }
}

/** Through pg_ctl, which takes an administrator's rights away first: PostgreSQL insists on that. */
async function spawnOnWindows(cluster: Cluster, log: FileHandle): Promise<ChildProcess> {
  const settings = { listen_addresses: '127.0.0.1', ...usualSettings(), port: await freePort() }
  const pairs = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const { data } = filesOf(cluster)
  const args = ['start', '-W', '-D', data, '-l', filesOf(cluster).log, '-o', pairs.join(' ')]
  const child = spawn(program(cluster.binaries, 'pg_ctl'), args, {
    cwd: cluster.folder,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  return started(child, cluster)
}

async function started(child: ChildProcess, cluster: Cluster): Promise<ChildProcess> {
  const refusal = await new Promise<Error | null>((resolve) => {
    child.once('spawn', () => resolve(null))
    child.once('error', resolve)
  })
  if (refusal) {
    const { folder } = cluster
    const said = refusal.message
    throw new AppError('database.start-failed', { folder, reason: 'not-launched', said })
  }
  child.unref()
  return child
}

/** On Windows the child is pg_ctl, which ends well as soon as it has started the server. */
function hasEnded(child: ChildProcess): boolean {
  if (process.platform === 'win32') return child.exitCode !== null && child.exitCode !== 0
  return child.exitCode !== null || child.signalCode !== null
}

async function askToStop(cluster: Cluster, pid: number): Promise<void> {
  if (process.platform !== 'win32') {
    process.kill(pid, 'SIGINT')
    return
  }
  await run(program(cluster.binaries, 'pg_ctl'), ['kill', 'INT', `${pid}`])
}

async function openLog(cluster: Cluster): Promise<FileHandle> {
  const path = filesOf(cluster).log
  const log = await open(path, 'a', 0o600)
  const { size } = await log.stat()
  if (size > LOG_KEPT_BYTES) await log.truncate(0)
  await giveTo(cluster.account, path)
  return log
}

async function startFailed(cluster: Cluster, reason: StartReason): Promise<AppError> {
  const { folder } = cluster
  return new AppError('database.start-failed', { folder, reason, said: await endOfLog(cluster) })
}

async function stopFailed(cluster: Cluster): Promise<AppError> {
  const { folder } = cluster
  return new AppError('database.stop-failed', { folder, said: await endOfLog(cluster) })
}

async function endOfLog(cluster: Cluster): Promise<string> {
  const log = await readFile(filesOf(cluster).log, 'utf8').catch(() => '')
  return log.trimEnd().slice(-1500).trimStart()
}

async function freePort(): Promise<string> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  return address !== null && typeof address === 'object' ? `${address.port}` : '5432'
}
