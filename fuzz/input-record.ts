/** What a thread is about to try, in memory that its death leaves readable. */
export interface InputRecord {
  /** Number of the input plus one (0: none yet), and its length. */
  readonly progress: Int32Array
  readonly bytes: Uint8Array
}

/** What is larger is kept up to here. */
const MOST_BYTES = 8_000_000

/** Stands where the number of an input stood. */
export const CLOSING = -1

export function inputRecord(): InputRecord {
  return {
    progress: new Int32Array(new SharedArrayBuffer(8)),
    bytes: new Uint8Array(new SharedArrayBuffer(MOST_BYTES)),
  }
}

/** Notes an input before it is tried. */
export function noteInput({ progress, bytes }: InputRecord, at: number, input: Buffer): void {
  const kept = input.subarray(0, MOST_BYTES)
  bytes.set(kept)
  progress[1] = kept.length
  progress[0] = at + 1
}

/** Notes that all inputs were tried. */
export function noteClosing({ progress }: InputRecord): void {
  progress[0] = CLOSING
}

/** The input noted last; `at` is -1 before the first. */
export function currentInput({ progress, bytes }: InputRecord): { at: number; input: Buffer } {
  const [next = 0, length = 0] = progress
  return { at: next - 1, input: Buffer.from(bytes.slice(0, length)) }
}
