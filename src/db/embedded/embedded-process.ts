import { execFile } from 'node:child_process'
import { readlink, realpath } from 'node:fs/promises'
import { promisify } from 'node:util'
import { isSystemError } from '../system-error.ts'
import { type Cluster, filesOf } from './embedded-files.ts'

const run = promisify(execFile)

/**
 * Whether process `pid` may be the server of this cluster. After a power cut the number in
 * `postmaster.pid` may belong to any other process, or to a dead one nobody has buried.
 */
export async function mayServe(pid: number, cluster: Cluster): Promise<boolean> {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return worksIn(pid, filesOf(cluster).data)
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-o', 'command=', '-p', `${pid}`]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes('postgres')
}

/** True while a process of this number is there, ours or not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return isSystemError(error, 'EPERM')
  }
}

/** A server's working folder is its data folder. */
async function worksIn(pid: number, folder: string): Promise<boolean> {
  try {
    return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(folder))
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ESRCH')) return false
    return isSystemError(error, 'EACCES', 'EPERM')
  }
}
