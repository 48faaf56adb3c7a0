import { createHash } from 'node:crypto'
import type { BackedTable } from './manifest.ts'

/** Counts and hashes the rows of a table on their way, in the text format of COPY. */
export interface CountedRows {
  /** The same pieces, counted as they pass. */
  through(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>
  /** What has passed. */
  found(): Pick<BackedTable, 'rows' | 'bytes' | 'sha256'>
}

const LINE_END = 0x0a

/** Each row ends in a line break, and none stands within one: COPY escapes them. */
export function countedRows(onBytes: (bytes: number) => void): CountedRows {
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  return {
    async *through(pieces) {
      for await (const piece of pieces) {
        hash.update(piece)
        rows += lineEndsIn(piece)
        bytes += piece.length
        onBytes(piece.length)
        yield piece
      }
    },
    found: () => ({ rows, bytes, sha256: hash.copy().digest('hex') }),
  }
}

function lineEndsIn(piece: Uint8Array): number {
  let count = 0
  for (let at = piece.indexOf(LINE_END); at >= 0; at = piece.indexOf(LINE_END, at + 1)) count += 1
  return count
}

/** Tells the sum of what it has heard so far. */
export function summed(tell: (sum: number) => void): (bytes: number) => void {
  let sum = 0
  return (bytes) => {
    sum += bytes
    tell(sum)
  }
}
