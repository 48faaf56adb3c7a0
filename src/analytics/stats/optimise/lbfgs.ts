import { type Gradient, type Minimum, type Objective, valueAt } from './minimum.ts'
import { numericGradient } from './numeric-gradient.ts'

/** How long and how finely to search. */
export interface LbfgsOptions {
  /** The slope of the objective; by central differences unless given. */
  readonly gradient?: Gradient
  /** How many steps the curvature is told from. */
  readonly memory?: number
  /** The search ends where no coordinate slopes more than this. */
  readonly slopeTolerance?: number
  /** The search ends where a step gains less than this, twice in a row. */
  readonly valueTolerance?: number
  readonly maxIterations?: number
}

/** A step taken and the change of slope along it. */
interface Curvature {
  readonly step: Float64Array
  readonly turn: Float64Array
  readonly product: number
}

/** The share of the gain a straight line promises that a step must bring: Armijo's condition. */
const SUFFICIENT = 1e-4
const MOST_HALVINGS = 30

/**
 * Finds a minimum of a smooth function by the limited-memory BFGS method: Nocedal and Wright (2006), algorithms
 * 7.4 and 7.5, its steps shortened by quadratic interpolation until they gain enough.
 *
 * @example lbfgs((x) => (x[0] - 1) ** 2, Float64Array.of(5)).point // => [1]
 */
export function lbfgs(
  objective: Objective,
  start: Float64Array,
  options: LbfgsOptions = {},
): Minimum {
  const { gradient = numericGradient(objective), memory = 8, maxIterations = 200 } = options
  const { slopeTolerance = 1e-6, valueTolerance = 1e-12 } = options
  const size = start.length
  const kept: Curvature[] = []
  let point: Float64Array = start.slice()
  let value = valueAt(objective, point)
  let slope = new Float64Array(size)
  if (size === 0 || value === Number.POSITIVE_INFINITY) {
    return { point, value, hasConverged: size === 0, iterations: 0 }
  }
  gradient(point, value, slope)
  let idle = 0
  for (let iterations = 0; iterations < maxIterations; iterations += 1) {
    if (largest(slope) <= slopeTolerance) return { point, value, hasConverged: true, iterations }
    const direction = descent(slope, kept)
    const found = stepAlong(objective, { point, value, direction, slope })
    if (!found) {
      if (kept.length === 0) return { point, value, hasConverged: false, iterations }
      kept.length = 0
      continue
    }
    const nextSlope = new Float64Array(size)
    gradient(found.point, found.value, nextSlope)
    remember(kept, curvature({ point, slope }, { point: found.point, slope: nextSlope }), memory)
    idle = value - found.value <= valueTolerance * (1 + Math.abs(value)) ? idle + 1 : 0
    point = found.point
    value = found.value
    slope = nextSlope
    if (idle >= 2) return { point, value, hasConverged: true, iterations: iterations + 1 }
  }
  return { point, value, hasConverged: false, iterations: maxIterations }
}

/** The two-loop recursion: the slope turned by what is known of the curvature. */
function descent(slope: Float64Array, kept: readonly Curvature[]): Float64Array {
  const direction = slope.map((value) => -value)
  const shares = kept.map(() => 0)
  for (let at = kept.length - 1; at >= 0; at -= 1) {
    const known = kept[at]
    if (!known) continue
    const share = dot(known.step, direction) / known.product
    shares[at] = share
    addTo(direction, known.turn, -share)
  }
  const last = kept.at(-1)
  const scale = last ? last.product / dot(last.turn, last.turn) : 1 / Math.max(1, length(slope))
  for (let at = 0; at < direction.length; at += 1) direction[at] = (direction[at] ?? 0) * scale
  for (const [at, known] of kept.entries()) {
    const share = dot(known.turn, direction) / known.product
    addTo(direction, known.step, (shares[at] ?? 0) - share)
  }
  return direction
}

interface Sloped {
  readonly point: Float64Array
  readonly slope: Float64Array
}

interface Place extends Sloped {
  readonly value: number
  readonly direction: Float64Array
}

/** The first point along the direction that gains enough; null where none does. */
function stepAlong(
  objective: Objective,
  { point, value, slope, direction }: Place,
): { point: Float64Array; value: number } | null {
  const steepness = dot(slope, direction)
  if (!(steepness < 0)) return null
  let share = 1
  for (let tries = 0; tries < MOST_HALVINGS; tries += 1) {
    const next = point.slice()
    addTo(next, direction, share)
    const reached = valueAt(objective, next)
    if (reached <= value + SUFFICIENT * share * steepness) return { point: next, value: reached }
    const best = (-steepness * share * share) / (2 * (reached - value - steepness * share))
    share = Number.isFinite(reached)
      ? Math.min(0.5 * share, Math.max(0.1 * share, best))
      : 0.25 * share
  }
  return null
}

function curvature(from: Sloped, to: Sloped): Curvature {
  const step = to.point.map((value, at) => value - (from.point[at] ?? 0))
  const turn = to.slope.map((value, at) => value - (from.slope[at] ?? 0))
  return { step, turn, product: dot(step, turn) }
}

/** Only a curvature that is surely positive keeps the next direction a descent. */
function remember(kept: Curvature[], found: Curvature, memory: number): void {
  if (!(found.product > 1e-10 * length(found.step) * length(found.turn))) return
  kept.push(found)
  if (kept.length > memory) kept.shift()
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0)
  return sum
}

function length(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}

function addTo(vector: Float64Array, other: Float64Array, share: number): void {
  for (let at = 0; at < vector.length; at += 1) {
    vector[at] = (vector[at] ?? 0) + share * (other[at] ?? 0)
  }
}

function largest(vector: Float64Array): number {
  let most = 0
  for (let at = 0; at < vector.length; at += 1) most = Math.max(most, Math.abs(vector[at] ?? 0))
  return most
}
