import { entry } from './key-table.ts'

/** Places in groups that only ever grow; at first each is alone. */
export interface Groups {
  /** The lowest place of the group a place is in, which stands for it. */
  of(place: number): number
  size(place: number): number
  /** The next place of the same group; from the last one round to the first. */
  next(place: number): number
  /** Makes the groups of two places one. */
  join(one: number, other: number): void
}

/** Union-find with each group's places in a ring. */
export function makeGroups(count: number): Groups {
  const parents = Int32Array.from({ length: count }, (_, place) => place)
  const ring = parents.slice()
  const sizes = new Int32Array(count).fill(1)
  return { of, size: (place) => entry(sizes, of(place)), next: (place) => entry(ring, place), join }

  function of(place: number): number {
    let at = place
    while (entry(parents, at) !== at) {
      const above = entry(parents, entry(parents, at))
      parents[at] = above
      at = above
    }
    return at
  }

  function join(one: number, other: number): void {
    const low = Math.min(of(one), of(other))
    const high = Math.max(of(one), of(other))
    if (low === high) return
    parents[high] = low
    sizes[low] = entry(sizes, low) + entry(sizes, high)
    const afterLow = entry(ring, low)
    ring[low] = entry(ring, high)
    ring[high] = afterLow
  }
}

/** The places of a group, from the given one round. */
export function membersOf(groups: Groups, place: number): number[] {
  const members = [place]
  for (let at = groups.next(place); at !== place; at = groups.next(at)) members.push(at)
  return members
}
