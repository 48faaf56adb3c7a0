import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createConnection } from 'mysql2/promise'
import type { MariadbServer } from '../../bench/books/ocs.ts'
import { keepService } from '../../test/support/service-keeper.ts'

/** A private MariaDB that can be killed and started again with all it had. */
export interface FallibleMariadb {
  readonly server: MariadbServer
  /** kill -9 of the server. */
  crash(): Promise<void>
  up(): Promise<void>
  close(): Promise<void>
}

const KEEPER = join(import.meta.dirname, '../../test/support/mariadb-keeper.ts')
const UP_WITHIN_MS = 60_000

/** Starts a MariaDB. How it was started is read from the system, so that it can be started so again. */
export async function startMariadb(): Promise<FallibleMariadb> {
  const service = await keepService<MariadbServer & { readonly socketPath: string }>(KEEPER, [])
  const { host, port, user, password, socketPath } = service.connection
  const server = { host, port, user, password }
  const folder = dirname(socketPath)
  const first = await processAt(Number(await readFile(join(folder, 'pid'), 'utf8')))
  let again: ChildProcess | null = null
  let pid = first.pid
  const crash = async () => {
    process.kill(pid, 'SIGKILL')
    while (await isThere(pid)) await sleep(10)
  }
  const up = async () => {
    const { program, args, account } = first
    again = spawn(program, args, { ...account, cwd: folder, stdio: 'ignore' })
    pid = again.pid ?? 0
    const until = Date.now() + UP_WITHIN_MS
    while (!(await answers(server))) {
      if (Date.now() > until) throw new Error('MariaDB does not come up')
      await sleep(100)
    }
  }
  const close = async () => {
    if (again !== null) {
      const ended = new Promise((resolve) => again?.once('exit', resolve))
      again.kill('SIGTERM')
      await ended
    }
    await service.stop()
  }
  return { server, crash, up, close }
}

interface Launched {
  readonly pid: number
  readonly program: string
  /** Without the file of first statements: what they made is there. */
  readonly args: readonly string[]
  readonly account: { readonly uid: number; readonly gid: number }
}

/** How a process was started, as Linux tells it. */
async function processAt(pid: number): Promise<Launched> {
  const [program = '', ...args] = (await readFile(`/proc/${pid}/cmdline`, 'utf8'))
    .split('\0')
    .filter(Boolean)
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const idOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'mu').exec(status)?.[1])
  return {
    ...{ pid, program, args: args.filter((arg) => !arg.startsWith('--init-file=')) },
    account: { uid: idOf('Uid'), gid: idOf('Gid') },
  }
}

/** One that has ended and was not yet asked how is not there. */
async function isThere(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return status !== '' && !/^State:\s+Z/mu.test(status)
}

function answers(server: MariadbServer): Promise<boolean> {
  return createConnection(server).then(
    (session) => session.end().then(() => true),
    () => false,
  )
}
