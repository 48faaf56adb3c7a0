import { randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { AppError } from '../../lib/errors.ts'

/** One part of a package: whole text, or pieces made while it is written. */
export interface ZipPart {
  readonly name: string
  readonly content: string | AsyncIterable<string | Uint8Array>
}

/** Characters of a piece worth compressing. */
export const PIECE_CHARACTERS = 65_536
/** The same moment for every part, so that equal content gives equal bytes. */
const PART_OPTIONS = { mtime: new Date(1980, 0, 1, 12), forceDosTimestamp: true } as const

/**
 * Writes a package beside `file` and puts it in place only when it is whole and on disk. A part is
 * asked for only when the parts before it have been written.
 */
export async function writeZip(file: string, parts: AsyncIterable<ZipPart>): Promise<void> {
  const unfinished = join(dirname(file), `.${basename(file)}.${randomUUID()}.tmp`)
  try {
    await fillFile(unfinished, parts)
    await rename(unfinished, file)
    await syncFolder(dirname(file))
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => {}) // where it may not be written it may not be removed
    throw namedFault(file, error)
  }
}

/** The bytes of a package while its parts come; a part is asked for only when the parts before it have been taken. */
export async function* zipBytes(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile()
  const stop = new AbortController()
  const output = zip.outputStream.pipe(new PassThrough())
  const fail = (error: Error) => output.destroy(error)
  zip.once('error', fail)
  const added = addParts(zip, parts, stop.signal).catch(fail)
  try {
    yield* output
  } finally {
    stop.abort()
    output.destroy()
    await added
  }
}

/** Gathers small pieces of text into pieces worth compressing. */
export async function* gathered(pieces: Iterable<string>): AsyncGenerator<string> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < PIECE_CHARACTERS) continue
    yield waiting
    waiting = ''
  }
  if (waiting !== '') yield waiting
}

async function fillFile(file: string, parts: AsyncIterable<ZipPart>): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    await fillHandle(handle, parts)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function fillHandle(handle: FileHandle, parts: AsyncIterable<ZipPart>): Promise<void> {
  const zip = new ZipFile()
  const stop = new AbortController()
  const failed = new Promise<never>((_resolve, reject) => zip.once('error', reject))
  const output = zip.outputStream.pipe(new PassThrough({ signal: stop.signal }))
  const written = handle.writeFile(output)
  const added = addParts(zip, parts, stop.signal)
  try {
    await Promise.race([Promise.all([added, written]), failed])
  } catch (error) {
    stop.abort()
    await Promise.allSettled([added, written])
    throw error
  }
}

async function addParts(
  zip: ZipFile,
  parts: AsyncIterable<ZipPart>,
  signal: AbortSignal,
): Promise<void> {
  for await (const { name, content } of parts) {
    signal.throwIfAborted()
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, PART_OPTIONS)
    else await addStream(zip, name, Readable.from(content, { signal }))
  }
  zip.end()
}

function addStream(zip: ZipFile, name: string, stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject)
    zip.addReadStream(stream, name, PART_OPTIONS)
  })
}

/** Makes the new name itself survive a power cut; Windows neither needs nor allows it. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function namedFault(file: string, error: unknown): unknown {
  const ofSystem = error instanceof Error && 'syscall' in error
  if (!ofSystem) return error
  return new AppError('workbook.unwritable', { file, reason: error.message }, { cause: error })
}
