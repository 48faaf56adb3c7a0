const EULER_GAMMA = 0.577_215_664_901_532_9

/**
 * How many cuts on average part a point from `count` - 1 others: the unsuccessful search in a binary search tree, c(n)
 * of Liu, Ting and Zhou (2008).
 *
 * @example averagePathLength(256) // => 10.24
 */
export function averagePathLength(count: number): number {
  if (count <= 1) return 0
  if (count === 2) return 1
  return 2 * (Math.log(count - 1) + EULER_GAMMA) - (2 * (count - 1)) / count
}
