import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { KeyRing } from '../../db/key-ring.ts'
import { AppError } from '../../lib/errors.ts'
import type { Tick } from '../../lib/progress.ts'
import { openRawSpool } from '../raw/store.ts'

/** A file of events before anything of it is taken in. */
export interface ReceivedFile {
  readonly bytes: number
  /** SHA-256. */
  readonly hash: Buffer
  /** All of it from its first byte, again each time. Throws `file.changed` at its end where it is another by now. */
  content(): AsyncGenerator<Uint8Array>
  /** Leaves nothing behind. */
  close(): Promise<void>
}

const READ_BYTES = 262_144

/** A file that lies on disk: looked at once to know it again, and read where it lies. Throws `file.not-found`. */
export async function receiveFile(path: string, tick: Tick): Promise<ReceivedFile> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) throw new AppError('file.not-found', { file: path })
  const read = () => createReadStream(path, { highWaterMark: READ_BYTES })
  const digest = createHash('sha256')
  let done = 0
  for await (const piece of read()) {
    digest.update(piece)
    done += piece.length
    tick(done, found.size)
  }
  const hash = digest.digest()
  return { bytes: done, hash, content: () => unchanged(read(), path, hash), close: async () => {} }
}

/**
 * A file that comes from a pipe or a request. Until it is taken in it lies packed and sealed in a file
 * without a name, so that nothing of it can be read there.
 */
export async function receiveStream(
  source: AsyncIterable<Uint8Array>,
  ring: KeyRing,
  tick: Tick,
): Promise<ReceivedFile> {
  const spool = await openRawSpool(ring, (n) => `received ${n}`)
  const digest = createHash('sha256')
  let bytes = 0
  try {
    for await (const piece of source) {
      digest.update(piece)
      await spool.add(piece)
      bytes += piece.length
      tick(bytes, null)
    }
    await spool.end()
  } catch (error) {
    await spool.close()
    throw error
  }
  const hash = digest.digest()
  return { bytes, hash, content: () => spool.content(), close: () => spool.close() }
}

async function* unchanged(
  pieces: AsyncIterable<Buffer>,
  file: string,
  hash: Buffer,
): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  for await (const piece of pieces) {
    digest.update(piece)
    yield piece
  }
  if (!digest.digest().equals(hash)) throw new AppError('file.changed', { file })
}
