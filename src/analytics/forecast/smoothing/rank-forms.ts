import { fitSmoothing } from './fit-smoothing.ts'
import type { LeastSquares } from './least-squares.ts'
import type { ScaledValues } from './scaled-values.ts'
import { layoutOf, type SmoothingForm } from './smoothing-form.ts'

/** A form with what was found for it. */
export interface RankedForm extends LeastSquares {
  readonly form: SmoothingForm
  /** Variance of the one-step errors, in scaled units, by the degrees of freedom left. */
  readonly variance: number
  /** Akaike's criterion corrected for few figures; of two forms the smaller is the better. */
  readonly aicc: number
}

/** Longer seasons have more states than figures can settle; they are taken out before, or not followed. */
const LONGEST_SEASON = 24
/** Squares below this share of the values' own count as none: what is left is rounding. */
const ROUNDING = 1e-20

/** The seasons that can be followed in a series whose figures repeat after `period` steps: none, or that. */
export function seasonsOf(period: number): number[] {
  return period > 1 && period <= LONGEST_SEASON ? [1, period] : [1]
}

/** The form without a slope for each of the seasons that the figures are enough for; best first. */
export function rankLevels(scaled: ScaledValues, periods: readonly number[]): RankedForm[] {
  return rank(
    scaled,
    periods.map((period) => ({ trend: 'none', period })),
  )
}

/**
 * The forms with a slope that the figures are enough for; best first. A straight slope of logarithms is
 * growth without end, which nothing counted in days keeps up for a year: there it is damped alone.
 */
export function rankSlopes(scaled: ScaledValues, period: number): RankedForm[] {
  const trends = scaled.logarithms ? (['damped'] as const) : (['damped', 'straight'] as const)
  return rank(
    scaled,
    trends.map((trend) => ({ trend, period })),
  )
}

function rank(scaled: ScaledValues, forms: readonly SmoothingForm[]): RankedForm[] {
  return forms
    .filter((form) => isDetermined(form, scaled.known))
    .map((form) => ranked(form, fitSmoothing(form, scaled.values), scaled))
    .toSorted((one, other) => one.aicc - other.aicc)
}

/** Judges a form by what was found for it. */
export function ranked(form: SmoothingForm, found: LeastSquares, scaled: ScaledValues): RankedForm {
  const unknowns = unknownsOf(form)
  const { known } = scaled
  const squares = found.walk.squares
  const deviance = known * Math.log(Math.max(squares, ROUNDING * known)) + scaled.deviance
  const aicc = deviance + 2 * unknowns + (2 * unknowns * (unknowns + 1)) / (known - unknowns - 1)
  return { ...found, form, aicc, variance: squares / Math.max(1, known - unknowns + 1) }
}

/** Whether there are two seasons, and more figures than the criterion needs. */
function isDetermined(form: SmoothingForm, known: number): boolean {
  return known > unknownsOf(form) + 1 && (form.period === 1 || known >= 2 * form.period)
}

/** Weights, first states and the variance. */
function unknownsOf(form: SmoothingForm): number {
  return layoutOf(form).size + 1
}
