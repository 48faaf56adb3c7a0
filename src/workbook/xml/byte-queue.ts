/** Bytes on their way to a scanner that may leave the end of what it got for later. */
export interface ByteQueue {
  /** All bytes not yet scanned, or null when it is better to wait for more of them. */
  add(chunk: Buffer): Buffer | null
  /** All bytes not yet scanned. */
  take(): Buffer
  /** What the scanner left of the bytes it took. */
  keep(rest: Buffer): void
}

/** A queue that lets a long rest double before it is scanned again, so that no length costs its square. */
export function createByteQueue(): ByteQueue {
  let rest: Buffer = Buffer.alloc(0)
  let waiting: Buffer[] = []
  let waitingBytes = 0

  function add(chunk: Buffer): Buffer | null {
    waiting.push(chunk)
    waitingBytes += chunk.length
    return waitingBytes >= rest.length ? take() : null
  }

  function take(): Buffer {
    const [only] = waiting
    const isOne = rest.length === 0 && waiting.length === 1 && only !== undefined
    const taken = isOne ? only : Buffer.concat([rest, ...waiting])
    rest = Buffer.alloc(0)
    waiting = []
    waitingBytes = 0
    return taken
  }

  function keep(left: Buffer): void {
    rest = left
  }

  return { add, take, keep }
}
