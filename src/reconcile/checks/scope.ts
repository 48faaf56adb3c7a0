/** Sources that a check compares with each other; all of them must be complete for it to look. */
export type Scope = readonly string[]

/** A scope as it is kept, whatever the order of its sources. @example 'ninjaone+threatlocker' */
export function scopeKey(scope: Scope): string {
  return scope.toSorted().join('+')
}

/** Every two of some sources. */
export function pairsOf(sources: readonly string[]): Scope[] {
  return sources.flatMap((one, at) => sources.slice(at + 1).map((other) => [one, other]))
}
