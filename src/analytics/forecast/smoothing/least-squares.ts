import { type NormalEquations, normalEquations } from './normal-equations.ts'
import { FREE_BOUND, layoutOf, type SmoothingForm } from './smoothing-form.ts'
import { type SmoothingWalk, walk } from './smoothing-walk.ts'
import { solvePositive } from './solve-positive.ts'

/** Where a search for the least squares begins, and over what. */
export interface Search {
  readonly form: SmoothingForm
  readonly values: Float64Array
  readonly start: Float64Array
  /** Whether the weights stay as they are, so that only the states before the first step are found. */
  readonly weightsFixed?: boolean
}

/** The free coordinates found, and the walk they lead to. */
export interface LeastSquares {
  readonly free: Float64Array
  readonly walk: SmoothingWalk
}

const ROUNDS = 60
/**
 * The search ends when a round lessens the squares by less than this share, twice running; where there
 * are many unknowns, rounds cost more than another digit is worth.
 */
const SETTLED = { few: 1e-9, many: 1e-6 }
const MANY = 5
const STIFFEST = 1e9

/**
 * The weights and starting states with the least sum of squared one-step errors: Levenberg and
 * Marquardt's method, with a weight at its bound held there while it is pushed outwards. See Nocedal and
 * Wright (2006), chapter 10.
 */
export function leastSquares({ form, values, start, weightsFixed = false }: Search): LeastSquares {
  let best: LeastSquares = { free: start, walk: walk(form, start, values) }
  let stiffness = 1e-3
  let idle = 0
  const settled = start.length > MANY ? SETTLED.many : SETTLED.few
  for (let round = 0; round < ROUNDS && idle < 2 && best.walk.squares > 0; round += 1) {
    const equations = normalEquations(form, best.free, values)
    const held = heldOf(form, best.free, { equations, weightsFixed })
    const before = best.walk.squares
    const tried = descend({ form, values, best, equations, held, stiffness })
    if (tried === null) break
    best = tried.best
    stiffness = tried.stiffness
    idle = before - best.walk.squares < settled * before ? idle + 1 : 0
  }
  return best
}

interface Round {
  readonly form: SmoothingForm
  readonly values: Float64Array
  readonly best: LeastSquares
  readonly equations: NormalEquations
  readonly held: readonly boolean[]
  readonly stiffness: number
}

/** One step downhill, stiffened until it is one; null where no step leads down. */
function descend({ form, values, best, equations, held, stiffness: first }: Round) {
  for (let stiffness = first; stiffness < STIFFEST; stiffness *= 6) {
    const step = stepOf(equations, held, stiffness)
    if (step === null) continue
    const free = moved(form, best.free, step)
    const trial = walk(form, free, values)
    if (trial.squares < best.walk.squares) {
      return { best: { free, walk: trial }, stiffness: Math.max(1e-12, stiffness / 8) }
    }
  }
  return null
}

function stepOf(
  { matrix, gradient }: NormalEquations,
  held: readonly boolean[],
  stiffness: number,
) {
  const size = gradient.length
  const stiff = matrix.slice()
  const right = gradient.map((slope) => -slope)
  for (let at = 0; at < size; at += 1) {
    const diagonal = matrix[at * size + at] ?? 0
    stiff[at * size + at] = diagonal * (1 + stiffness) + Number.MIN_VALUE
    if (held[at] !== true && diagonal > 0) continue
    for (let row = 0; row < at; row += 1) stiff[row * size + at] = 0
    stiff.fill(0, at * size, at * size + size)
    stiff[at * size + at] = 1
    right[at] = 0
  }
  return solvePositive(stiff, right)
}

function heldOf(
  form: SmoothingForm,
  free: Float64Array,
  { equations, weightsFixed }: { equations: NormalEquations; weightsFixed: boolean },
): boolean[] {
  const weights = layoutOf(form).level
  return Array.from(free, (coordinate, at) => {
    if (at >= weights) return false
    const downhill = -(equations.gradient[at] ?? 0)
    return weightsFixed || (Math.abs(coordinate) >= FREE_BOUND && downhill * coordinate >= 0)
  })
}

function moved(form: SmoothingForm, free: Float64Array, step: Float64Array): Float64Array {
  const weights = layoutOf(form).level
  return free.map((coordinate, at) => {
    const next = coordinate + (step[at] ?? 0)
    return at < weights ? Math.min(FREE_BOUND, Math.max(-FREE_BOUND, next)) : next
  })
}
