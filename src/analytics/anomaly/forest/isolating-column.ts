import type { IsolationForest } from './isolation-forest.ts'

/** The column that does most to part a point from the others. */
export interface IsolatingColumn {
  readonly column: number
  /** Its share of all that parts the point, from 0 to 1; 0 where nothing does. */
  readonly share: number
}

/**
 * Follows a point down all trees and credits each cut to its column by how many of the sample it leaves behind: log2 of
 * the points before over those after, so that one cut which parts a point from 255 others counts for eight
 * which halve them.
 */
export function isolatingColumn(
  forest: IsolationForest,
  point: ArrayLike<number>,
): IsolatingColumn {
  const credits = new Float64Array(forest.columns)
  for (const root of forest.roots) creditCuts(forest, root, { point, credits })
  const total = credits.reduce((sum, credit) => sum + credit, 0)
  const most = Math.max(...credits)
  const column = credits.indexOf(most)
  return { column, share: total === 0 ? 0 : most / total }
}

function creditCuts(
  { features, cuts, rightChildren, sizes }: IsolationForest,
  root: number,
  { point, credits }: { readonly point: ArrayLike<number>; readonly credits: Float64Array },
): void {
  let node = root
  let feature = features[node] ?? -1
  while (feature >= 0) {
    const isLeft = (point[feature] ?? 0) <= (cuts[node] ?? 0)
    const child = isLeft ? node + 1 : (rightChildren[node] ?? 0)
    const left = Math.log2((sizes[node] ?? 1) / (sizes[child] ?? 1))
    credits[feature] = (credits[feature] ?? 0) + left
    node = child
    feature = features[node] ?? -1
  }
}
