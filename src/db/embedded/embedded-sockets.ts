import { lstat, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isSystemError } from '../system-error.ts'
import { giveTo } from './embedded-account.ts'
import { type Cluster, filesOf } from './embedded-files.ts'

/** Systems allow 104 to 108 bytes for the path of a socket. */
const MAX_SOCKET_PATH = 100
const SOCKET_NAME = '/.s.PGSQL.5432'
const PREFIX = 'muster-'

/** A folder of the server's own for its socket: in the cluster, or in a short place when that is too deep. */
export async function socketFolder(cluster: Cluster): Promise<string> {
  const { sockets } = filesOf(cluster)
  const isUsable = Buffer.byteLength(sockets + SOCKET_NAME) <= MAX_SOCKET_PATH
  if (isUsable && !hasLineBreak(sockets)) return sockets
  const short = await mkdtemp(join(shortPlace(), PREFIX)) // made with mode 0700
  await giveTo(cluster.account, short)
  return short
}

/** True when only the server's account can have put a socket here: nobody else may answer for it. */
export async function isPrivate(folder: string, cluster: Cluster): Promise<boolean> {
  try {
    const { uid, mode } = await lstat(folder)
    const owner = cluster.account?.uid ?? process.getuid?.()
    return uid === owner && (mode & 0o077) === 0
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false
    throw error
  }
}

/** Takes away a socket folder that lay outside the cluster. */
export async function removeSocketFolder(folder: string, cluster: Cluster): Promise<void> {
  const isOurs = folder !== filesOf(cluster).sockets && basename(folder).startsWith(PREFIX)
  if (isOurs && (await isPrivate(folder, cluster)))
    await rm(folder, { recursive: true, force: true })
}

function shortPlace(): string {
  const longest = Buffer.byteLength(`${tmpdir()}/${PREFIX}123456${SOCKET_NAME}`)
  return longest <= MAX_SOCKET_PATH ? tmpdir() : '/tmp'
}

/** `postmaster.pid` has one thing a line. */
function hasLineBreak(path: string): boolean {
  return /[\r\n]/.test(path)
}
