import { median } from './median.ts'

/** A value at a place on an axis. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The median of the slopes between every two points: nearly a third of them may be wild without moving it
 * far. Null when no two points differ in `x`. See Theil (1950), Sen (1968).
 *
 * @example theilSenSlope([{ x: 0, y: 1 }, { x: 1, y: 3 }, { x: 2, y: 5 }, { x: 3, y: 7 }, { x: 4, y: 99 }]) // => 2
 */
export function theilSenSlope(points: readonly Point[]): number | null {
  const slopes: number[] = []
  for (const [at, one] of points.entries()) {
    for (const other of points.slice(at + 1)) {
      if (other.x !== one.x) slopes.push((other.y - one.y) / (other.x - one.x))
    }
  }
  return slopes.length === 0 ? null : median(slopes)
}
