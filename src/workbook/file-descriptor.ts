import { createHash } from 'node:crypto'
import { close, fstat, open, read } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { AppError } from '../lib/errors.ts'

const BLOCK_BYTES = 1 << 20
const NAMES_TOLD = 20

/** A file opened once, so that what is hashed and what is read are the same bytes. */
export interface OpenFile {
  readonly file: string
  readonly descriptor: number
  readonly bytes: number
}

/** Opens a file for reading, or says that it is missing and what stands in its folder. */
export async function openFile(file: string): Promise<OpenFile> {
  try {
    const descriptor = await promisify(open)(file, 'r')
    const status = await promisify(fstat)(descriptor)
    if (status.isFile()) return { file, descriptor, bytes: status.size }
    await promisify(close)(descriptor)
  } catch (error) {
    throw await openFault(file, error)
  }
  throw new AppError('workbook.unreadable', { file, reason: 'not-a-file' })
}

/** Closes a file whose descriptor nobody else has taken over. */
export async function closeFile({ descriptor }: OpenFile): Promise<void> {
  await promisify(close)(descriptor)
}

/** The file's bytes in blocks, from its start. A block is overwritten by the next one. */
export async function* fileBlocks(
  { file, descriptor }: OpenFile,
  blockBytes = BLOCK_BYTES,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(blockBytes)
  for (let position = 0; ; ) {
    const bytesRead = await readAt(file, descriptor, { buffer, position })
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

/** SHA-256 of the file, lower-case hex. */
export async function fileHash(opened: OpenFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const block of fileBlocks(opened)) hash.update(block)
  return hash.digest('hex')
}

/** The first bytes of the file, at most one block. */
export async function fileHead(opened: OpenFile): Promise<Buffer> {
  for await (const block of fileBlocks(opened)) return Buffer.from(block)
  return Buffer.alloc(0)
}

async function readAt(
  file: string,
  descriptor: number,
  { buffer, position }: { buffer: Buffer; position: number },
): Promise<number> {
  try {
    const { bytesRead } = await promisify(read)(descriptor, buffer, 0, buffer.length, position)
    return bytesRead
  } catch (error) {
    throw new AppError('workbook.unreadable', { file, reason: reasonOf(error) }, { cause: error })
  }
}

async function openFault(file: string, error: unknown): Promise<AppError> {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code !== 'ENOENT' && code !== 'ENOTDIR') {
    return new AppError('workbook.unreadable', { file, reason: reasonOf(error) }, { cause: error })
  }
  return new AppError('workbook.not-found', { file, inFolder: await namesBeside(file) })
}

async function namesBeside(file: string): Promise<string[]> {
  try {
    const entries = await readdir(dirname(file), { withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
    return names.sort().slice(0, NAMES_TOLD)
  } catch {
    return [] // the folder is missing too, which the file's path already tells
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
