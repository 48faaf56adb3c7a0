import type { EventEncoding } from '../row-stream.ts'

/**
 * Brings a text that comes in blocks into UTF-8, cut between characters only. Throws
 * `file.undecodable` with the line where the bytes cannot be text of its encoding, or hold a NUL.
 */
export interface BlockDecoder {
  push(block: Buffer): Buffer
  end(): Buffer
  encoding(): EventEncoding
}
