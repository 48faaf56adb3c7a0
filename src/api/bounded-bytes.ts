import { errorCode } from '../db/system-error.ts'
import { DEFAULT_EVENT_FILE_LIMITS } from '../events/parse/event-file-limits.ts'
import { AppError } from '../lib/errors.ts'

/**
 * The bytes of a file as they come. Throws `file.too-large` as soon as there are more than are read, and
 * `file.corrupt` where the sender breaks off.
 */
export async function* boundedBytes(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  limit = DEFAULT_EVENT_FILE_LIMITS.fileBytes,
): AsyncGenerator<Uint8Array> {
  let seen = 0
  try {
    for await (const piece of bytes) {
      seen += piece.length
      if (seen > limit) {
        throw new AppError('file.too-large', { file, what: 'file-bytes', limit, place: '' })
      }
      yield piece
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const said = error instanceof Error ? error.message : String(error)
    const reason = errorCode(error) ?? said
    throw new AppError('file.corrupt', { file, place: `byte ${seen}`, reason }, { cause: error })
  }
}
