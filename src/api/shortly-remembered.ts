/** How long something is remembered, by which clock. */
export interface ShortMemory {
  readonly forMs: number
  readonly now: () => Date
}

/** Gives what was found a moment ago, or finds it once for all who ask meanwhile. */
export function shortlyRemembered<T>(
  { forMs, now }: ShortMemory,
  find: () => Promise<T>,
): () => Promise<T> {
  let known: { readonly found: T; readonly at: number } | null = null
  let finding: Promise<T> | null = null
  const findAnew = async () => {
    const found = await find()
    known = { found, at: now().getTime() }
    return found
  }
  return async () => {
    // a clock that was set back does not keep it for longer
    if (known !== null && Math.abs(now().getTime() - known.at) < forMs) return known.found
    finding ??= findAnew().finally(() => {
      finding = null
    })
    return finding
  }
}
