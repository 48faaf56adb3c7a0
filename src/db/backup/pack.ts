import type { FileHandle } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

/** One part of a backup: whole, or in pieces made while it is written. */
export interface BackupPart {
  readonly name: string
  readonly content: string | AsyncIterable<Uint8Array>
}

/** The same moment for every part, so that equal content gives equal bytes. */
const PART_OPTIONS = { mtime: new Date(1980, 0, 1, 12), mode: 0o100600, forceDosTimestamp: true }

/** Packs parts into a file as a zip, one after another; a part is asked for once those before it are packed. */
export async function packParts(
  handle: FileHandle,
  parts: AsyncIterable<BackupPart>,
): Promise<void> {
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
  parts: AsyncIterable<BackupPart>,
  signal: AbortSignal,
): Promise<void> {
  for await (const { name, content } of parts) {
    signal.throwIfAborted()
    if (typeof content === 'string') zip.addBuffer(Buffer.from(content), name, PART_OPTIONS)
    else await addStream(zip, name, Readable.from(content, { signal, objectMode: false }))
  }
  zip.end()
}

function addStream(zip: ZipFile, name: string, stream: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once('end', resolve).once('error', reject)
    zip.addReadStream(stream, name, PART_OPTIONS)
  })
}
