import { close, open, write } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../../../lib/errors.ts'
import type { OpenFile } from '../../../workbook/file-descriptor.ts'

const FOLDER_PREFIX = 'muster-events-'
const ONLY_OWNER = 0o600

/** Bytes laid down in a private file, for formats that cannot be read from start to end. */
export interface SpooledFile extends OpenFile {
  /** Takes what is left of the file away; its descriptor is for whoever reads it to close. */
  remove(): Promise<void>
}

/**
 * Writes blocks to a temporary file that only this account can open. Where the system allows it the
 * file loses its name before the first byte is in it, so that not even a killed process leaves it.
 */
export async function spoolBlocks(blocks: AsyncIterable<Buffer>): Promise<SpooledFile> {
  const folder = await mkdtemp(join(tmpdir(), FOLDER_PREFIX))
  const remove = () => rm(folder, { recursive: true, force: true })
  const file = join(folder, 'upload')
  let descriptor: number | null = null
  try {
    descriptor = await promisify(open)(file, 'wx+', ONLY_OWNER)
    await remove().catch(() => {}) // a system that keeps open files lets it be removed afterwards
    const bytes = await writeAll(blocks, descriptor)
    return { file, descriptor, bytes, remove }
  } catch (error) {
    if (descriptor !== null) await promisify(close)(descriptor)
    await remove()
    throw error
  }
}

async function writeAll(blocks: AsyncIterable<Buffer>, descriptor: number): Promise<number> {
  let bytes = 0
  for await (const block of blocks) {
    for (let from = 0; from < block.length; ) {
      const part = block.subarray(from)
      const { bytesWritten } = await writePart(descriptor, part).catch(unwritable)
      from += bytesWritten
    }
    bytes += block.length
  }
  return bytes
}

function writePart(descriptor: number, part: Buffer) {
  return promisify(write)(descriptor, part, 0, part.length, null)
}

function unwritable(error: NodeJS.ErrnoException): never {
  const details = { file: join(tmpdir(), `${FOLDER_PREFIX}*`), reason: error.message }
  throw new AppError('workbook.unwritable', details, { cause: error })
}
