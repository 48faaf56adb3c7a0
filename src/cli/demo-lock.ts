import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../lib/errors.ts'

/** Lets one demo at a time work in a folder; throws `demo.busy`. A lock whose process died counts for nothing. */
export async function withDemoLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, 'busy')
  if (!(await take(file))) {
    const pid = Number(await readFile(file, 'utf8').catch(() => ''))
    if (isAlive(pid)) throw new AppError('demo.busy', { folder, pid })
    await rm(file, { force: true })
    if (!(await take(file))) throw new AppError('demo.busy', { folder, pid })
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false // what the file system throws
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it is there, and somebody else's
  }
}
