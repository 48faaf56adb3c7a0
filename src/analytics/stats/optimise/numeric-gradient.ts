import { type Gradient, type Objective, valueAt } from './minimum.ts'

/** Near the cube root of the precision of a number, where the error of central differences is least. */
const STEP = 6e-6

/**
 * The slope of an objective by central differences, each step as large as its coordinate asks for: Dennis and
 * Schnabel (1983), section 5.6. Where one side has no value, the difference to the point itself is taken.
 *
 * @example numericGradient((x) => x[0] ** 2)(Float64Array.of(3), 9, slope) // slope is [6.000]
 */
export function numericGradient(objective: Objective): Gradient {
  return (point, value, into) => {
    for (let at = 0; at < point.length; at += 1) {
      const here = point[at] ?? 0
      const step = STEP * Math.max(1, Math.abs(here))
      point[at] = here + step
      const above = valueAt(objective, point)
      point[at] = here - step
      const below = valueAt(objective, point)
      point[at] = here
      into[at] = slope(below, value, above) / step
    }
  }
}

function slope(below: number, value: number, above: number): number {
  if (Number.isFinite(below) && Number.isFinite(above)) return (above - below) / 2
  if (Number.isFinite(above)) return above - value
  return Number.isFinite(below) ? value - below : 0
}
