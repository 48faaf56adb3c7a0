import { AppError } from '../../lib/errors.ts'
import { byteBlocks } from './bytes/byte-blocks.ts'
import { gunzip, isGzip } from './bytes/gunzip.ts'
import { spoolBlocks } from './bytes/spooled-file.ts'
import { type WithHead, withHead } from './bytes/with-head.ts'
import { contentKind } from './content-kind.ts'
import type { EventContent } from './event-content.ts'
import type { EventFile } from './event-file.ts'
import { DEFAULT_EVENT_FILE_LIMITS, type EventFileLimits } from './event-file-limits.ts'
import type { RowBatch, RowStream } from './row-stream.ts'
import { declaredFormat } from './text/declared-format.ts'
import { startEncoding } from './text/start-encoding.ts'
import { textContent } from './text/text-content.ts'
import { openEventWorkbook, refuseOleFile } from './xlsx/event-workbook.ts'

/** What a sender says of a file; the bytes decide what it is. */
export interface RowRequest {
  /** For messages, and as a hint by its ending. */
  readonly name: string
  readonly mediaType?: string | null
  readonly limits?: EventFileLimits
}

/** What is looked at to tell a format, an encoding and a delimiter. */
const HEAD_BYTES = 1 << 16

/**
 * Opens a file of events as rows, in memory that does not grow with it. Throws an `AppError` where it is
 * none: `file.empty`, `file.unsupported`, `workbook.encrypted`... Nothing is left open then.
 */
export async function openRows(
  bytes: AsyncIterable<Uint8Array>,
  { name, mediaType = null, limits = DEFAULT_EVENT_FILE_LIMITS }: RowRequest,
): Promise<RowStream> {
  const file: EventFile = { name, limits }
  const { blocks, bytesRead } = byteBlocks(bytes, file)
  let unpacker: AsyncGenerator<Buffer> | null = null
  const release = async () => {
    blocks.return(undefined).catch(() => {}) // not waited for: a sender may hold its next piece for long
    await unpacker?.return(undefined)
  }
  try {
    const packed = await withHead(blocks, HEAD_BYTES)
    if (isGzip(packed.head)) unpacker = gunzip(packed.blocks, file)
    const plain = unpacker ? await withHead(unpacker, HEAD_BYTES) : packed
    const content = await openContent(plain, file, mediaType)
    const close = async () => {
      await content.close()
      await release()
    }
    return {
      nature: () => ({ ...content.nature(), isGzip: unpacker !== null }),
      batches: () => closing(content.batches(), close),
      bytesRead,
      close,
    }
  } catch (error) {
    await release()
    throw error
  }
}

async function openContent(
  plain: WithHead,
  file: EventFile,
  mediaType: string | null,
): Promise<EventContent> {
  const { head, blocks } = plain
  const content = contentKind(head, startEncoding(head))
  switch (content.kind) {
    case 'empty':
      throw new AppError('file.empty', { file: file.name })
    case 'other':
      throw new AppError('file.unsupported', { file: file.name, looksLike: content.looksLike })
    case 'ole':
      return refuseOleFile(await spoolBlocks(blocks), file)
    case 'zip':
      return openEventWorkbook(await spoolBlocks(blocks), file)
    case 'text':
      return textContent(plain, file, declaredFormat(file.name, mediaType))
  }
}

async function* closing(
  batches: AsyncGenerator<RowBatch>,
  close: () => Promise<void>,
): AsyncGenerator<RowBatch> {
  try {
    yield* batches
  } finally {
    await close()
  }
}
