import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from '../system-error.ts'
import type { Account } from './embedded-account.ts'
import type { PostgresBinaries } from './embedded-binaries.ts'

export const SUPERUSER = 'muster'
export const DATABASE = 'muster'

/** Where the database of this product lies, and what it is run with. */
export interface EmbeddedPlace {
  dataFolder: string
  /** Uses the programs of this folder only. */
  binFolder?: string | undefined
  /** Where programs and clusters go when this process is root; PostgreSQL must be able to enter it. */
  systemFolder?: string | undefined
}

/** One PostgreSQL cluster on disk. Its server is started with `binaries` as `account`. */
export interface Cluster {
  folder: string
  account: Account
  binaries: PostgresBinaries
}

/** What lies where in the folder of a cluster. */
export function filesOf({ folder }: { folder: string }) {
  return {
    data: join(folder, 'data'),
    log: join(folder, 'log'),
    sockets: join(folder, 'sockets'),
    startLock: join(folder, 'start.lock'),
    password: join(folder, 'password'),
    postmaster: join(folder, 'data', 'postmaster.pid'),
  }
}

/** What a server says of itself in its own `postmaster.pid`. */
export interface ServerFile {
  pid: number
  port: number
  /** Empty where there are no sockets, and until a starting server has made its own. */
  socketFolder: string
}

/** The server that runs, or ran and died, in this cluster; null when the last one ended well. */
export async function readServerFile(cluster: { folder: string }): Promise<ServerFile | null> {
  const text = await serverFileText(cluster)
  return text === null ? null : parseServerFile(text)
}

/** True when a server file is there that says nothing: half written, or emptied by a power cut. */
export async function isServerFileBroken(cluster: { folder: string }): Promise<boolean> {
  const text = await serverFileText(cluster)
  return text !== null && parseServerFile(text) === null
}

/** Lines: process id, data folder, start time, port, socket folder, listen address. */
function parseServerFile(text: string): ServerFile | null {
  const [pid, , , port, socketFolder = ''] = text.split('\n')
  if (!Number(pid) || !Number(port)) return null
  return { pid: Number(pid), port: Number(port), socketFolder }
}

async function serverFileText(cluster: { folder: string }): Promise<string | null> {
  try {
    return await readFile(filesOf(cluster).postmaster, 'utf8')
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  }
}

/** How to connect to database `name` of the server that `file` describes. */
export async function connectionTo(
  cluster: { folder: string },
  file: ServerFile,
  name: string,
): Promise<ServerConnection> {
  const place = { port: file.port, user: SUPERUSER, database: name }
  if (file.socketFolder !== '') return { ...place, host: file.socketFolder }
  const password = await readFile(filesOf(cluster).password, 'utf8')
  return { ...place, host: '127.0.0.1', password }
}

/** Everything `pg` needs to reach an embedded server. */
export interface ServerConnection {
  host: string
  port: number
  user: string
  database: string
  password?: string
}
