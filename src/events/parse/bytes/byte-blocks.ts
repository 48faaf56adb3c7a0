import { setImmediate as nextTurn } from 'node:timers/promises'
import { beyondLimit, type EventFile } from '../event-file.ts'

const BLOCK_BYTES = 1 << 15

/** The bytes of a file in blocks, and how many have been taken. */
export interface ByteBlocks {
  readonly blocks: AsyncGenerator<Buffer>
  bytesRead(): number
}

/**
 * Brings bytes that come in pieces of any size into blocks of one size, the last one aside. So nobody
 * can make us work by sending single bytes, nor stop all else with one huge piece: whoever waits gets
 * a turn after each block. A block is not written to again.
 */
export function byteBlocks(bytes: AsyncIterable<Uint8Array>, file: EventFile): ByteBlocks {
  let taken = 0

  async function* blocks(): AsyncGenerator<Buffer> {
    let block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
    let filled = 0
    for await (const piece of bytes) {
      taken += piece.length
      if (taken > file.limits.fileBytes) beyondLimit(file, 'file-bytes', '')
      for (let from = 0; from < piece.length; ) {
        const part = piece.subarray(from, from + BLOCK_BYTES - filled)
        block.set(part, filled)
        filled += part.length
        from += part.length
        if (filled < BLOCK_BYTES) continue
        yield block
        await nextTurn()
        block = Buffer.allocUnsafeSlow(BLOCK_BYTES)
        filled = 0
      }
    }
    if (filled > 0) yield block.subarray(0, filled)
  }

  return { blocks: blocks(), bytesRead: () => taken }
}
