import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { safeFileName } from '../jobs/books/book-file-name.ts'
import { failureOf } from '../jobs/books/failure-of.ts'
import { AppError } from '../lib/errors.ts'
import { boundedBytes } from './bounded-bytes.ts'
import { sentFile } from './sent-file.ts'

/** A file of a request that lies on disk for as long as it is worked on, alone in a folder that only we may enter. */
export interface SpooledFile {
  readonly folder: string
  /** What the sender calls it, safe on every system. */
  readonly name: string
  /** As the sender calls it. */
  readonly sentName: string
  readonly mediaType: string | null
  readonly path: string
  readonly bytes: number
  /** SHA-256, lower-case hex. */
  readonly hash: string
  remove(): Promise<void>
}

/** What a file may be. */
interface SpoolAsked {
  /** What its sender calls it in the request; undefined where only the form may tell. */
  readonly said: string | undefined
  readonly mostBytes: number
}

/**
 * Writes the file of a request to disk as it comes, where there is place for one more. Throws
 * `request.too-many-uploads`, `file.empty`, `file.too-large` and `file.corrupt`, and then leaves nothing behind.
 */
export async function spool(request: FastifyRequest, asked: SpoolAsked): Promise<SpooledFile> {
  const release = request.server.spool.uploads.take(request.caller)
  try {
    const file = await laidDown(request, asked)
    return { ...file, remove: () => file.remove().finally(release) }
  } catch (error) {
    release()
    throw error
  }
}

async function laidDown(
  request: FastifyRequest,
  { said, mostBytes }: SpoolAsked,
): Promise<SpooledFile> {
  const sent = await sentFile(request, said)
  const name = safeFileName(sent.name)
  const folder = await request.server.spool.folder()
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 3 })
  const path = join(folder, name)
  const content = createHash('sha256')
  let bytes = 0
  async function* counted() {
    for await (const piece of boundedBytes(sent.bytes, name, mostBytes)) {
      content.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  try {
    await pipeline(counted(), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (bytes === 0) throw new AppError('file.empty', { file: name })
  } catch (error) {
    await remove()
    throw error
  }
  const { name: sentName, mediaType } = sent
  return { folder, name, sentName, mediaType, path, bytes, hash: content.digest('hex'), remove }
}

/** Does something with the file of a request, and removes it. Failures call it what its sender does. */
export async function withSpooled<T>(
  request: FastifyRequest,
  asked: SpoolAsked,
  work: (file: SpooledFile) => Promise<T>,
): Promise<T> {
  const file = await spool(request, asked)
  try {
    return await work(file)
  } catch (error) {
    throw failureOf(error, file)
  } finally {
    await file.remove()
  }
}
