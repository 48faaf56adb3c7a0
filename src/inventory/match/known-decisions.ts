import type { LinkDecision, MatchRecord } from './match-record.ts'

/** What people decided, by the places of the records; decisions on records that are not there are left out. */
export interface KnownDecisions {
  /** Pairs that must be one device, lower place first, ascending. */
  readonly mustLink: readonly (readonly [number, number])[]
  /** The places that a place must not share a device with. */
  readonly apartFrom: ReadonlyMap<number, ReadonlySet<number>>
}

/** Finds the records of decisions; `records` by ascending id. */
export function knownDecisions(
  decisions: readonly LinkDecision[],
  records: readonly MatchRecord[],
): KnownDecisions {
  const mustLink: [number, number][] = []
  const apartFrom = new Map<number, Set<number>>()
  for (const { kind, records: ids } of decisions) {
    const one = placeOf(Math.min(...ids), records)
    const other = placeOf(Math.max(...ids), records)
    if (one === null || other === null) continue
    if (kind === 'must-link') mustLink.push([one, other])
    else keepApart(apartFrom, one, other)
  }
  return { mustLink: mustLink.sort(([a, b], [c, d]) => a - c || b - d), apartFrom }
}

function keepApart(apartFrom: Map<number, Set<number>>, one: number, other: number): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    const known = apartFrom.get(from)
    if (known) known.add(to)
    else apartFrom.set(from, new Set([to]))
  }
}

/** By halving, so that a million records need no map. */
function placeOf(id: number, records: readonly MatchRecord[]): number | null {
  let from = 0
  let to = records.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((records[middle]?.id ?? id) < id) from = middle + 1
    else to = middle
  }
  return records[from]?.id === id ? from : null
}
