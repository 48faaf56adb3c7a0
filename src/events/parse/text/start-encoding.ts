import type { EventEncoding } from '../row-stream.ts'

/** What the first bytes of a text say of its encoding, and how many of them are only its mark. */
export interface StartEncoding {
  /** Null where only bytes beyond ASCII can tell UTF-8 from Windows-1252. */
  readonly encoding: Exclude<EventEncoding, 'windows-1252'> | null
  readonly markBytes: number
}

const MARKS: readonly (readonly [string, StartEncoding])[] = [
  ['efbbbf', { encoding: 'utf-8', markBytes: 3 }],
  ['fffe', { encoding: 'utf-16le', markBytes: 2 }],
  ['feff', { encoding: 'utf-16be', markBytes: 2 }],
]
const SAMPLE_BYTES = 512
const FEWEST_PAIRS = 2
const SHARE_OF_ASCII = 0.7

/** The encoding by its mark; UTF-16 without one is known by the zeros beside its ASCII letters. */
export function startEncoding(head: Buffer): StartEncoding {
  const hex = head.toString('hex', 0, 3)
  const marked = MARKS.find(([mark]) => hex.startsWith(mark))
  return marked ? marked[1] : { encoding: unmarkedUtf16(head), markBytes: 0 }
}

function unmarkedUtf16(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.min(head.length, SAMPLE_BYTES) >> 1
  if (pairs < FEWEST_PAIRS) return null
  let first = 0
  let second = 0
  for (let at = 0; at < 2 * pairs; at += 2) {
    if (head[at] === 0) first += 1
    if (head[at + 1] === 0) second += 1
  }
  if (first === 0 && second >= pairs * SHARE_OF_ASCII) return 'utf-16le'
  return second === 0 && first >= pairs * SHARE_OF_ASCII ? 'utf-16be' : null
}
