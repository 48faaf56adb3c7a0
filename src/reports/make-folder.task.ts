import { mkdir } from 'node:fs/promises'
import { AppError } from '../lib/errors.ts'

/** Makes a folder for workbooks, unless it is there. Throws `workbook.unwritable`. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new AppError('workbook.unwritable', { file: folder, reason: cause.message }, { cause })
  })
}
