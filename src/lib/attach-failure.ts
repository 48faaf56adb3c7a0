/** Tells a failure that came second with the one that came first, as its cause where it has none. */
export function attachFailure(first: unknown, second: unknown): void {
  if (first instanceof Error && second !== first) first.cause ??= second
}
