import { type Minimum, type Objective, valueAt } from './minimum.ts'

/** How far around and how finely to search. */
export interface NelderMeadOptions {
  /** How far the first corners lie from the start. */
  readonly reach?: number
  /** The search ends where the values at all corners differ by no more than this. */
  readonly valueTolerance?: number
  /** ... and the corners lie no further than this from the best. */
  readonly pointTolerance?: number
  readonly maxIterations?: number
}

interface Corner {
  readonly point: Float64Array
  readonly value: number
}

/**
 * Finds a minimum without slopes: the simplex method of Nelder and Mead (1965) with the coefficients of
 * Lagarias, Reeds, Wright and Wright (1998). Slow, but it needs no smoothness.
 *
 * @example nelderMead((x) => Math.abs(x[0] - 1), Float64Array.of(5)).point // => [1.000]
 */
export function nelderMead(
  objective: Objective,
  start: Float64Array,
  options: NelderMeadOptions = {},
): Minimum {
  const { reach = 0.5, valueTolerance = 1e-9, pointTolerance = 1e-6 } = options
  const { maxIterations = 400 * Math.max(1, start.length) } = options
  const corners = firstCorners(objective, start, reach)
  for (let iterations = 0; iterations < maxIterations; iterations += 1) {
    corners.sort((one, other) => one.value - other.value || 0)
    const [best] = corners
    const worst = corners.at(-1)
    if (!best || !worst) break
    const isFlat = worst.value - best.value <= valueTolerance * (1 + Math.abs(best.value))
    if (start.length === 0 || (isFlat && spread(corners, best) <= pointTolerance)) {
      return { ...best, hasConverged: true, iterations }
    }
    if (best.value === Number.POSITIVE_INFINITY) break
    moveWorst(objective, corners)
  }
  const best = corners.reduce((least, corner) => (corner.value < least.value ? corner : least))
  return { ...best, hasConverged: false, iterations: maxIterations }
}

function firstCorners(objective: Objective, start: Float64Array, reach: number): Corner[] {
  const cornerAt = (point: Float64Array) => ({ point, value: valueAt(objective, point) })
  const corners = [cornerAt(start.slice())]
  for (let at = 0; at < start.length; at += 1) {
    const point = start.slice()
    point[at] = (point[at] ?? 0) + reach
    corners.push(cornerAt(point))
  }
  return corners
}

function spread(corners: readonly Corner[], best: Corner): number {
  let most = 0
  for (const { point } of corners) {
    for (let at = 0; at < point.length; at += 1) {
      most = Math.max(most, Math.abs((point[at] ?? 0) - (best.point[at] ?? 0)))
    }
  }
  return most
}

/** Mirrors the worst corner at the middle of the others, goes further or less far, or draws all to the best. */
function moveWorst(objective: Objective, corners: Corner[]): void {
  const last = corners.length - 1
  const worst = corners[last]
  const second = corners[last - 1]
  const [best] = corners
  if (!worst || !second || !best) return
  const middle = centre(corners.slice(0, last))
  const away = (share: number): Corner => {
    const point = middle.map((value, at) => value + share * (value - (worst.point[at] ?? 0)))
    return { point, value: valueAt(objective, point) }
  }
  const mirrored = away(1)
  if (mirrored.value < best.value) {
    const further = away(2)
    corners[last] = further.value < mirrored.value ? further : mirrored
  } else if (mirrored.value < second.value) {
    corners[last] = mirrored
  } else {
    const nearer = mirrored.value < worst.value ? away(0.5) : away(-0.5)
    if (nearer.value < Math.min(mirrored.value, worst.value)) corners[last] = nearer
    else drawTogether(objective, corners, best)
  }
}

function drawTogether(objective: Objective, corners: Corner[], best: Corner): void {
  for (let at = 1; at < corners.length; at += 1) {
    const point = best.point.map((value, i) => (value + (corners[at]?.point[i] ?? 0)) / 2)
    corners[at] = { point, value: valueAt(objective, point) }
  }
}

function centre(corners: readonly Corner[]): Float64Array {
  const sum = new Float64Array(corners[0]?.point.length ?? 0)
  for (const { point } of corners) {
    for (let at = 0; at < sum.length; at += 1) sum[at] = (sum[at] ?? 0) + (point[at] ?? 0)
  }
  return sum.map((value) => value / corners.length)
}
