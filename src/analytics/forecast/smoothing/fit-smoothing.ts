import { type LeastSquares, leastSquares } from './least-squares.ts'
import { freeOf, layoutOf, type SmoothingForm, type SmoothingWeights } from './smoothing-form.ts'

/** Weights a search begins from; without a slope it finds its way from anywhere. */
const LIVELY: SmoothingWeights = { alpha: 0.5, beta: 0.05, phi: 0.95, gamma: 0.1 }
/** With a slope the squares have several valleys; in one the slope changes as quickly as the level. */
const SWIFT: SmoothingWeights = { alpha: 0.8, beta: 0.6, phi: 0.85, gamma: 0.05 }
/** A later search takes the place of an earlier one by more than this share of the squares. */
const NOTABLE = 1e-7
/** Seasons that the first states are reckoned from before they are searched. */
const FIRST_SEASONS = 5
const FIRST_STEPS = 10

/** Finds the weights and first states of a form on values of about unit size; the best of its searches. */
export function fitSmoothing(form: SmoothingForm, values: Float64Array): LeastSquares {
  return (form.trend === 'none' ? [LIVELY] : [LIVELY, SWIFT])
    .map((weights) => leastSquares({ form, values, start: beginning(form, weights, values) }))
    .reduce((best, other) =>
      other.walk.squares < best.walk.squares * (1 - NOTABLE) ? other : best,
    )
}

/** Follows values with weights found before, finding the first states alone. */
export function resumeSmoothing(
  form: SmoothingForm,
  weights: SmoothingWeights,
  values: Float64Array,
): LeastSquares {
  const start = beginning(form, weights, values)
  return leastSquares({ form, values, start, weightsFixed: true })
}

/** Free coordinates with first states from the means of the first steps. */
function beginning(form: SmoothingForm, weights: SmoothingWeights, values: Float64Array) {
  const layout = layoutOf(form)
  const free = freeOf(form, weights)
  const { period } = form
  const first = values.subarray(0, period > 1 ? period * FIRST_SEASONS : FIRST_STEPS)
  const level = knownMean(first) ?? 0
  free[layout.level] = level
  for (let phase = 0; phase + 1 < period; phase += 1) {
    const alike = first.filter((_, step) => step % period === phase)
    free[layout.season + phase] = (knownMean(alike) ?? level) - level
  }
  return free
}

function knownMean(values: Float64Array): number | null {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}
