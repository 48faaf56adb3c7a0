import { randomUUID } from 'node:crypto'
import { access, type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { AppError } from '../../lib/errors.ts'
import { errorCode } from '../system-error.ts'

/** Where a file is to be written, and whether it may take the place of one that is there. */
export interface NewFile {
  readonly file: string
  readonly replaces: boolean
}

/**
 * Has a file written beside its place, readable by its owner alone, and puts it there once it is whole and on
 * disk. Throws `backup.exists` and `backup.unwritable`; whatever is thrown, no part of a file stays.
 */
export async function writeNewFile<T>(
  { file, replaces }: NewFile,
  fill: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  if (!replaces) await refuseExisting(file)
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
  try {
    const result = await fillFile(unfinished, fill)
    if (!replaces) await refuseExisting(file)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
    return result
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {}) // where it may not be written it may not be removed
    throw namedFault(file, error)
  }
}

async function refuseExisting(file: string): Promise<void> {
  const isThere = await access(file).then(
    () => true,
    () => false,
  )
  if (isThere) throw new AppError('backup.exists', { file })
}

async function fillFile<T>(file: string, fill: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'wx', 0o600)
  try {
    const result = await fill(handle)
    await handle.sync()
    return result
  } finally {
    await handle.close()
  }
}

/** Only what the operating system says of the file is about the file; the rest goes on as it is. */
function namedFault(file: string, error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const isOfSystem = /^E[A-Z]+$/u.test(errorCode(error) ?? '') && 'syscall' in error
  const isOfFile = isOfSystem && FILE_CALLS.has(String(error.syscall))
  return isOfFile
    ? new AppError('backup.unwritable', { file, reason: error.message }, { cause: error })
    : error
}

const FILE_CALLS = new Set(['open', 'write', 'writev', 'fsync', 'close', 'rename'])

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // has no such thing
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
