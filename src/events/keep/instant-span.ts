/** The first and the last of many instants. */
export interface InstantSpan {
  /** ISO 8601 in UTC, without zeros at its end. */
  add(at: string): void
  ends(): { readonly firstAt: Date | null; readonly lastAt: Date | null }
}

/** A span with nothing in it. */
export function instantSpan(): InstantSpan {
  let [first, last] = ['', '']
  return {
    add(at) {
      if (first === '' || isBefore(at, first)) first = at
      if (last === '' || isBefore(last, at)) last = at
    },
    ends: () => ({ firstAt: instantOf(first), lastAt: instantOf(last) }),
  }
}

/** Of different lengths they are compared without their Z, so that 05 comes before 05.5. */
function isBefore(one: string, other: string): boolean {
  return one.length === other.length ? one < other : one.slice(0, -1) < other.slice(0, -1)
}

function instantOf(at: string): Date | null {
  return at === '' ? null : new Date(at)
}
