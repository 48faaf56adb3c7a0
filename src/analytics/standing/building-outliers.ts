import { median } from '../stats/median.ts'
import { robustZScore } from '../stats/robust-z-score.ts'
import type { Counted } from './distribution.ts'

/** Fewer buildings have no usual number of devices. */
const BUILDINGS_NEEDED = 6
const THRESHOLD = 2

/** A building with unusually many or few devices. */
export interface BuildingOutlier extends Counted {
  readonly direction: 'high' | 'low'
  /** Robust standard deviations from the median of all buildings. */
  readonly z: number
  readonly median: number
}

/** What can be said of the buildings: `no-spread` where half of them or more have the same count. */
export type BuildingVerdict =
  | { readonly kind: 'judged'; readonly outliers: readonly BuildingOutlier[] }
  | { readonly kind: 'too-few'; readonly has: number; readonly needs: number }
  | { readonly kind: 'no-spread' }

/** Buildings whose count lies more than 2 robust standard deviations from the median, the farthest first. */
export function buildingOutliers(buildings: readonly Counted[]): BuildingVerdict {
  if (buildings.length < BUILDINGS_NEEDED) {
    return { kind: 'too-few', has: buildings.length, needs: BUILDINGS_NEEDED }
  }
  const counts = buildings.map(({ count }) => count)
  const middle = median(counts)
  const outliers: BuildingOutlier[] = []
  for (const building of buildings) {
    const z = robustZScore(building.count, counts)
    if (z === null) return { kind: 'no-spread' }
    if (Math.abs(z) <= THRESHOLD) continue
    outliers.push({ ...building, direction: z > 0 ? 'high' : 'low', z, median: middle })
  }
  return {
    kind: 'judged',
    outliers: outliers.toSorted((one, other) => Math.abs(other.z) - Math.abs(one.z)),
  }
}
