import { averagePathLength } from './average-path-length.ts'
import type { IsolationForest, Points } from './isolation-forest.ts'

/**
 * How easily each point is parted from the others, from 0 to 1: near 1 for anomalies, 0.5 where a point is like the
 * average. It is 2^(-E(h)/c) of Liu, Ting and Zhou (2008), with E(h) the mean path length over all trees.
 */
export function forestScores(forest: IsolationForest, { values, columns }: Points): Float64Array {
  const rows = values.length / columns
  const lengths = new Float64Array(rows)
  const addTo = pathLengths(forest, { values, columns })
  for (const root of forest.roots) addTo(lengths, root)
  const usual = forest.roots.length * averagePathLength(forest.sampleSize)
  // A tree of one point has no path: all points are alike.
  return lengths.map((length) => (usual === 0 ? 0.5 : 2 ** (-length / usual)))
}

type AddPathLengths = (lengths: Float64Array, root: number) => void

/** Tree by tree and not point by point: a tree fits into the processor's nearest memory. */
function pathLengths(
  { features, cuts, rightChildren }: IsolationForest,
  { values, columns }: Points,
): AddPathLengths {
  return (lengths, root) => {
    for (let row = 0; row < lengths.length; row += 1) {
      const base = row * columns
      let node = root
      let feature = features[node] ?? -1
      while (feature >= 0) {
        const isLeft = (values[base + feature] ?? 0) <= (cuts[node] ?? 0)
        node = isLeft ? node + 1 : (rightChildren[node] ?? 0)
        feature = features[node] ?? -1
      }
      lengths[row] = (lengths[row] ?? 0) + (cuts[node] ?? 0)
    }
  }
}
