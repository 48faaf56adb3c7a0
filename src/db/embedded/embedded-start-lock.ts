import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { AppError } from '../../lib/errors.ts'
import { type Cluster, filesOf } from './embedded-files.ts'

const SQLITE_BUSY = 5

/**
 * Lets one process at a time start the server of a cluster. The lock is the operating system's, taken
 * through SQLite because Node has no call for it: it is gone with the process, so it is never stale.
 */
export async function withStartLock<T>(
  cluster: Cluster,
  until: number,
  work: () => Promise<T>,
): Promise<T> {
  const lock = new DatabaseSync(filesOf(cluster).startLock, { timeout: 0 })
  try {
    while (!tryLock(lock)) {
      if (Date.now() > until) {
        const { folder } = cluster
        throw new AppError('database.start-failed', {
          folder,
          reason: 'started-elsewhere',
          said: '',
        })
      }
      await sleep(20)
    }
    return await work()
  } finally {
    lock.close()
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive')
    return true
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return false
    throw error
  }
}
