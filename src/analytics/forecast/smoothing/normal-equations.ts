import {
  type Layout,
  layoutOf,
  type SmoothingForm,
  weightSlopes,
  weightsOf,
} from './smoothing-form.ts'
import { startOf } from './smoothing-walk.ts'

/** The errors' dependence on the unknowns: J'J (upper triangle, row by row) and J'e. */
export interface NormalEquations {
  readonly matrix: Float64Array
  readonly gradient: Float64Array
}

/**
 * How the one-step errors move with every unknown, weights and starting states, gathered along one pass.
 * The recursions are those of the innovations form, differentiated term by term.
 */
export function normalEquations(
  form: SmoothingForm,
  free: Float64Array,
  values: Float64Array,
): NormalEquations {
  const layout = layoutOf(form)
  const size = free.length
  const { alpha, beta, phi, gamma } = weightsOf(form, free)
  const [byAlpha, byBeta, byPhi, byGamma] = weightSlopes(form, free)
  const [ofLevel, ofSlope, ofSeason] = tangentsOf(form, layout)
  const start = startOf(form, free)
  const { season } = start
  let { level, slope } = start
  const row = new Float64Array(size)
  const sums = { matrix: new Float64Array(size * size), gradient: new Float64Array(size) }
  for (let step = 0, phase = 0; step < values.length; step += 1) {
    const value = values[step] ?? 0
    const known = !Number.isNaN(value)
    const seasonal = season[phase] ?? 0
    const ahead = level + phi * slope
    const error = known ? value - ahead - seasonal : 0
    const offset = phase * size
    for (let at = 0; at < size; at += 1) {
      const drift = phi * (ofSlope[at] ?? 0) + slope * (byPhi[at] ?? 0)
      const carried = (ofLevel[at] ?? 0) + drift
      const repeated = ofSeason[offset + at] ?? 0
      const turn = known ? -carried - repeated : 0
      row[at] = turn
      ofLevel[at] = carried + alpha * turn + error * (byAlpha[at] ?? 0)
      ofSlope[at] = drift + beta * turn + error * (byBeta[at] ?? 0)
      ofSeason[offset + at] = repeated + gamma * turn + error * (byGamma[at] ?? 0)
    }
    if (known) gather(sums, row, error)
    level = ahead + alpha * error
    slope = phi * slope + beta * error
    season[phase] = seasonal + gamma * error
    phase = phase + 1 === form.period ? 0 : phase + 1
  }
  return sums
}

function gather({ matrix, gradient }: NormalEquations, row: Float64Array, error: number): void {
  const size = row.length
  for (let at = 0; at < size; at += 1) {
    const turn = row[at] ?? 0
    if (turn === 0) continue
    gradient[at] = (gradient[at] ?? 0) + turn * error
    const offset = at * size
    for (let other = at; other < size; other += 1) {
      matrix[offset + other] = (matrix[offset + other] ?? 0) + turn * (row[other] ?? 0)
    }
  }
}

/** How level, slope and season before the first step move with each unknown. */
function tangentsOf({ period }: SmoothingForm, { level, slope, season, size }: Layout) {
  const ofLevel = new Float64Array(size)
  const ofSlope = new Float64Array(size)
  const ofSeason = new Float64Array(size * period)
  ofLevel[level] = 1
  if (slope >= 0) ofSlope[slope] = 1
  for (let phase = 0; phase + 1 < period; phase += 1) {
    ofSeason[phase * size + season + phase] = 1
    ofSeason[(period - 1) * size + season + phase] = -1
  }
  return [ofLevel, ofSlope, ofSeason] as const
}
