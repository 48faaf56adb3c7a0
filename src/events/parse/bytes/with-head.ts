/** How a file begins, and all of it from the beginning again, in a first block that holds that much. */
export interface WithHead {
  readonly head: Buffer
  readonly blocks: AsyncGenerator<Buffer>
}

/** Looks at the first block or so: at least `bytes`, unless the file is shorter. */
export async function withHead(blocks: AsyncGenerator<Buffer>, bytes: number): Promise<WithHead> {
  const first: Buffer[] = []
  let length = 0
  while (length < bytes) {
    const next = await blocks.next()
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }

  const start = Buffer.concat(first)
  async function* all(): AsyncGenerator<Buffer> {
    yield start
    yield* blocks
  }

  return { head: start.subarray(0, bytes), blocks: all() }
}
