import { execFile } from 'node:child_process'
import { chown, stat } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { SystemUserReason } from '../../lib/database-failure.ts'
import { AppError } from '../../lib/errors.ts'
import { isSystemError } from '../system-error.ts'
import { saidBy } from './embedded-said.ts'

const run = promisify(execFile)
const USER = 'muster-db'
const CREATE_WITHIN_MS = 15_000

/** The account a server runs as when this process is root; null means: as whoever we are. */
export type Account = { uid: number; gid: number } | null

/** PostgreSQL refuses to run as root: then it gets a system account of its own. */
export function isRoot(): boolean {
  return process.getuid?.() === 0
}

/** The system account for databases of root, made when it is not there yet. */
export async function systemAccount(): Promise<Account> {
  const until = Date.now() + CREATE_WITHIN_MS
  for (;;) {
    const found = await lookUp()
    if (found) return found
    const failure = await create()
    const made = await lookUp()
    if (made) return made
    // Another process may be making it: the password files are locked meanwhile.
    if (failure.reason === 'no-tool' || Date.now() > until) {
      throw new AppError('database.no-system-user', { user: USER, ...failure })
    }
    await sleep(200)
  }
}

/** The account that owns a cluster root did not make. */
export async function ownerOf(path: string): Promise<Account> {
  const { uid, gid } = await stat(path)
  return { uid, gid }
}

/** Hands `path` to `account`, if there is one. */
export async function giveTo(account: Account, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid)
}

async function lookUp(): Promise<Account> {
  try {
    const uid = await run('id', ['-u', USER])
    const gid = await run('id', ['-g', USER])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

const WAYS: readonly (readonly [string, readonly string[]])[] = [
  [
    'useradd',
    [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      USER,
    ],
  ],
  ['adduser', ['-S', '-D', '-H', '-h', '/nonexistent', '-s', '/sbin/nologin', USER]],
]

/** Tries each way to make the account; gives why there is none, should there be none afterwards. */
async function create(): Promise<{ reason: SystemUserReason; said: string }> {
  const said: string[] = []
  for (const [program, args] of WAYS) {
    try {
      await run(program, args)
      return { reason: 'made-but-unknown', said: '' }
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) said.push(saidBy(error))
    }
  }
  return { reason: said.length === 0 ? 'no-tool' : 'refused', said: said.join('; ') }
}
