import { type SubSequence, shapeDistance } from './sub-sequence.ts'

/** The most similar of the earlier sub-sequences. */
export interface LeftNeighbour {
  readonly nearest: SubSequence
  readonly distance: number
  /** All that were compared, the latest first. */
  readonly compared: readonly SubSequence[]
}

/**
 * The nearest of the sub-sequences that end before `own` begins, or null where fewer than `fewest` can be compared.
 * Compared are those that begin a multiple of `step` days before it. Over all days this is the left matrix profile
 * (Yeh et al. 2016), for which the past alone counts.
 */
export function leftNeighbour(
  earlier: readonly (SubSequence | null)[],
  own: SubSequence,
  { step, fewest }: { readonly step: number; readonly fewest: number },
): LeftNeighbour | null {
  const compared: SubSequence[] = []
  let nearest: SubSequence | null = null
  let distance = Number.POSITIVE_INFINITY
  for (let start = own.start - step; start >= 0; start -= step) {
    const other = earlier[start]
    if (!other || start + own.figures.length > own.start) continue
    compared.push(other)
    const found = shapeDistance(own, other)
    if (found >= distance) continue
    nearest = other
    distance = found
  }
  return nearest && compared.length >= fewest ? { nearest, distance, compared } : null
}
