import { mkdir, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '../lib/errors.ts'

/** Makes a folder for workbooks, unless it is there. Throws `workbook.unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeWithParents(folder)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('workbook.unwritable', { file: folder, reason }, { cause })
  }
}

/** One after the other from the top: Node's own way never ends where no folder can be made, as in /proc. */
async function makeWithParents(folder: string): Promise<void> {
  if (await isFolder(folder)) return
  const parent = dirname(folder)
  if (parent !== folder) await makeWithParents(parent)
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await isFolder(folder))) throw error // unless another process was quicker
  })
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found?.isDirectory() ?? false
}
