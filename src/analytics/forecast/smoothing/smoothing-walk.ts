import { layoutOf, type SmoothingForm, type SmoothingWeights, weightsOf } from './smoothing-form.ts'

/** What following a series came to. */
export interface SmoothingWalk {
  readonly weights: SmoothingWeights
  /** What was expected of each step, knowing those before it. */
  readonly expected: Float64Array
  /** Sum of the squared errors over the known steps. */
  readonly squares: number
  readonly level: number
  readonly slope: number
  /** The season's states by step modulo the period. */
  readonly season: Float64Array
}

/**
 * Follows a series (NaN where nothing is known) by the innovations form: what was expected, and what the
 * states are after the last step. Over a gap the states go on without an error to learn from.
 */
export function walk(form: SmoothingForm, free: Float64Array, values: Float64Array): SmoothingWalk {
  const weights = weightsOf(form, free)
  const { alpha, beta, phi, gamma } = weights
  const period = form.period
  const start = startOf(form, free)
  const { season } = start
  let { level, slope } = start
  let squares = 0
  const expected = new Float64Array(values.length)
  for (let step = 0, phase = 0; step < values.length; step += 1) {
    const ahead = level + phi * slope
    const seasonal = season[phase] ?? 0
    const guess = ahead + seasonal
    const value = values[step] ?? 0
    const error = Number.isNaN(value) ? 0 : value - guess
    expected[step] = guess
    squares += error * error
    level = ahead + alpha * error
    slope = phi * slope + beta * error
    season[phase] = seasonal + gamma * error
    phase = phase + 1 === period ? 0 : phase + 1
  }
  return { weights, expected, squares, level, slope, season }
}

/** The states before the first step. */
export function startOf(form: SmoothingForm, free: Float64Array) {
  const layout = layoutOf(form)
  const season = new Float64Array(form.period)
  let rest = 0
  for (let phase = 0; phase + 1 < form.period; phase += 1) {
    const state = free[layout.season + phase] ?? 0
    season[phase] = state
    rest += state
  }
  if (form.period > 1) season[form.period - 1] = -rest
  const slope = layout.slope < 0 ? 0 : (free[layout.slope] ?? 0)
  return { level: free[layout.level] ?? 0, slope, season }
}
