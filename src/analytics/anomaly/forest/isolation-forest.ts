import { type SeededRandom, seededRandom } from '../../stats/seeded-random.ts'
import { checkWholeOption } from '../option-range.ts'
import { averagePathLength } from './average-path-length.ts'

/** Points of equal width in one array, row after row; every figure finite. */
export interface Points {
  readonly values: Float64Array
  readonly columns: number
}

export interface IsolationForestOptions {
  /** 200 unless given: scores of single days move little from seed to seed then. */
  readonly trees?: number
  /**
   * Points that each tree is grown on: 256 unless given, or all where there are fewer. Anomalies that lie close to
   * many ordinary points come out better with more, up to all of them.
   */
  readonly sampleSize?: number
  /** Cuts from the root to a leaf at most: log2 of the sample size, rounded up, unless given. */
  readonly maxDepth?: number
  /** Equal seeds give equal forests: 1 unless given. */
  readonly seed?: number
}

/**
 * All trees in flat arrays, each node before its left child, which follows it at once. A leaf has feature -1, and for
 * a cut its path length: the cuts to it and those still expected among the points in it.
 */
export interface IsolationForest {
  readonly roots: Int32Array
  readonly features: Int16Array
  readonly cuts: Float64Array
  readonly rightChildren: Int32Array
  /** How many points of the sample came to each node. */
  readonly sizes: Int32Array
  /** Points that each tree was grown on. */
  readonly sampleSize: number
  readonly columns: number
}

const LEAF = -1
const MOST_NODES = 2 ** 28

/**
 * Grows trees that cut random samples of points at random places of random features until each is alone or the depth
 * is reached: Liu, Ting and Zhou (2008), "Isolation Forest". A feature is drawn among those that vary in the
 * node. Points must not be empty; throws a `RangeError` for that and for options out of their range.
 */
export function growIsolationForest(
  points: Points,
  options: IsolationForestOptions = {},
): IsolationForest {
  const { values, columns } = points
  const rows = values.length / columns
  checkWholeOption('rows of points', rows, [1, 2 ** 31 - 1])
  const { trees = 200, seed = 1 } = options
  checkWholeOption('trees', trees, [1, 10_000])
  checkWholeOption('sampleSize', options.sampleSize ?? 256, [2, MOST_NODES])
  const sampleSize = Math.min(options.sampleSize ?? 256, rows)
  const { maxDepth = Math.ceil(Math.log2(sampleSize)) } = options
  checkWholeOption('maxDepth', maxDepth, [0, 10_000])
  checkWholeOption('nodes of all trees', trees * (2 * sampleSize - 1), [1, MOST_NODES])
  const forest = emptyForest(trees, sampleSize, columns)
  const grower = { forest, points, maxDepth, random: seededRandom(seed) }
  return growTrees({ ...grower, order: Int32Array.from({ length: rows }, (_, at) => at) })
}

function emptyForest(trees: number, sampleSize: number, columns: number): IsolationForest {
  const nodes = trees * (2 * sampleSize - 1)
  return {
    roots: new Int32Array(trees),
    features: new Int16Array(nodes),
    cuts: new Float64Array(nodes),
    rightChildren: new Int32Array(nodes),
    sizes: new Int32Array(nodes),
    sampleSize,
    columns,
  }
}

interface Grower {
  readonly forest: IsolationForest
  readonly points: Points
  readonly maxDepth: number
  readonly random: SeededRandom
  /** All rows; those of the tree that is grown come first. */
  readonly order: Int32Array
}

function growTrees(grower: Grower): IsolationForest {
  const { forest, order, random } = grower
  let node = 0
  for (let tree = 0; tree < forest.roots.length; tree += 1) {
    drawSample(order, forest.sampleSize, random)
    forest.roots[tree] = node
    node = growNode(grower, { node, from: 0, to: forest.sampleSize, depth: 0 })
  }
  return forest
}

/** Brings a random sample to the front. */
function drawSample(order: Int32Array, size: number, random: SeededRandom): void {
  for (let at = 0; at < size; at += 1) {
    const other = at + random.below(order.length - at)
    const row = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = row
  }
}

interface Growth {
  readonly node: number
  /** The part of the order whose rows are in the node. */
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** Grows a node and what is below it, and gives the next free one. */
function growNode(grower: Grower, { node, from, to, depth }: Growth): number {
  const { forest, maxDepth } = grower
  const size = to - from
  forest.sizes[node] = size
  const cut = size > 1 && depth < maxDepth ? drawCut(grower, from, to) : null
  if (!cut) {
    forest.features[node] = LEAF
    forest.cuts[node] = depth + averagePathLength(size)
    return node + 1
  }
  forest.features[node] = cut.feature
  forest.cuts[node] = cut.place
  const middle = partition(grower, cut, { from, to })
  const right = growNode(grower, { node: node + 1, from, to: middle, depth: depth + 1 })
  forest.rightChildren[node] = right
  return growNode(grower, { node: right, from: middle, to, depth: depth + 1 })
}

interface Cut {
  readonly feature: number
  /** What is not larger goes left; there is something on both sides. */
  readonly place: number
}

/** A place in a random feature that varies among the rows, or null where none does. */
function drawCut({ points, order, random }: Grower, from: number, to: number): Cut | null {
  const { values, columns } = points
  const untried = Array.from({ length: columns }, (_, feature) => feature)
  while (untried.length > 0) {
    const [feature = 0] = untried.splice(random.below(untried.length), 1)
    let least = Number.POSITIVE_INFINITY
    let most = Number.NEGATIVE_INFINITY
    for (let at = from; at < to; at += 1) {
      const value = values[(order[at] ?? 0) * columns + feature] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
    if (least === most) continue
    const part = random.next()
    const place = least * (1 - part) + most * part // the difference may be too large for a number
    return { feature, place: place >= least && place < most ? place : least }
  }
  return null
}

/** Orders the rows by the side they are on, and gives where the right side begins. */
function partition(
  { points: { values, columns }, order }: Grower,
  { feature, place }: Cut,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let left = from
  let right = to
  while (left < right) {
    const row = order[left] ?? 0
    if ((values[row * columns + feature] ?? 0) <= place) {
      left += 1
      continue
    }
    right -= 1
    order[left] = order[right] ?? 0
    order[right] = row
  }
  return left
}
