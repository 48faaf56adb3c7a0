import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../lib/errors.ts'
import { isReportName } from './report-file-name.ts'

/** A report as it lies in the folder of reports. */
export interface ReportFile {
  readonly name: string
  readonly bytes: number
  readonly modifiedAt: Date
}

/** The reports of a folder, newest first; none where there is no folder yet. Links are no reports. */
export async function reportFiles(folder: string): Promise<ReportFile[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(noFolder)
  const names = entries.filter((entry) => entry.isFile() && isReportName(entry.name))
  const found = await Promise.all(names.map(({ name }) => reportFile(folder, name)))
  return found.filter((file) => file !== null).toSorted(newestFirst)
}

/** The bytes of a report. Throws `report.not-found` for whatever is none: another name, a link, a folder. */
export async function openReport(folder: string, name: string): Promise<AsyncIterable<Uint8Array>> {
  const isThere = isReportName(name) && (await reportFile(folder, name)) !== null
  const file = isThere ? await openItself(join(folder, name)) : null
  if (file === null) throw new AppError('report.not-found', { name })
  return file.createReadStream()
}

function noFolder(error: NodeJS.ErrnoException): [] {
  if (error.code === 'ENOENT') return []
  throw error
}

async function reportFile(folder: string, name: string): Promise<ReportFile | null> {
  const found = await lstat(join(folder, name)).catch(() => null) // gone since it was listed
  if (!found?.isFile()) return null
  return { name, bytes: found.size, modifiedAt: found.mtime }
}

/** Opens what lies there and nothing it points at; null where that is no file any more. */
async function openItself(path: string): Promise<FileHandle | null> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants // Windows has neither of the two
  const file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(() => null)
  if (file === null || (await file.stat()).isFile()) return file
  await file.close()
  return null
}

function newestFirst(one: ReportFile, other: ReportFile): number {
  const byTime = other.modifiedAt.getTime() - one.modifiedAt.getTime()
  return byTime === 0 && one.name !== other.name ? (one.name < other.name ? -1 : 1) : byTime
}
