import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../lib/errors.ts'
import { fittingFile } from './fitting-file.ts'

const NAMES_TOLD = 20

/** The file to read, and the names of others that fit as well. */
export interface NewestFile {
  readonly folder: string
  readonly name: string
  readonly others: readonly string[]
}

/** The file of a folder that fits a name and was changed last. */
export async function newestFile(settings: {
  readonly folder: string
  readonly file: string
}): Promise<NewestFile> {
  const { folder } = settings
  const names = await namesIn(folder)
  const fitting = names.filter(fittingFile(settings.file))
  const aged = await Promise.all(
    fitting.map(async (name) => ({ name, at: await changedAt(join(folder, name)) })),
  )
  const [newest, ...others] = aged
    .flatMap(({ name, at }) => (at === null ? [] : [{ name, at }]))
    .toSorted((one, other) => other.at - one.at || (one.name < other.name ? 1 : -1))
  if (!newest) {
    const inFolder = names.toSorted().slice(0, NAMES_TOLD)
    throw new AppError('workbook.not-found', { file: join(folder, settings.file), inFolder })
  }
  return { folder, name: newest.name, others: others.map(({ name }) => name) }
}

/** When a file was last changed; null for a folder, and for a file that has gone meanwhile. */
async function changedAt(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? found.mtimeMs : null
}

/** A folder that is not there holds nothing; one that may not be read is a failure. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    const { code, message: reason } = error as NodeJS.ErrnoException // what the file system throws
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw new AppError('workbook.unreadable', { file: folder, reason }, { cause: error })
  }
}
