import type { Figures } from '../../series.ts'
import type {
  FittedModel,
  ForecastModel,
  Outlook,
  Parameters,
  SeriesShape,
} from '../forecast-model.ts'
import { asFigures, knownSpan } from '../known-span.ts'
import { fitSmoothing, resumeSmoothing } from '../smoothing/fit-smoothing.ts'
import { scaleValues } from '../smoothing/scaled-values.ts'
import type { SmoothingForm } from '../smoothing/smoothing-form.ts'
import { isSeasonal } from './is-seasonal.ts'
import {
  type SeasonalIndices,
  seasonalIndices,
  withoutSeason,
  withSeason,
} from './seasonal-indices.ts'
import { straightSlope } from './straight-slope.ts'

/** Fewer figures than these settle neither a level nor a slope with an error. */
const LEAST = 4
const LEVEL: SmoothingForm = { trend: 'none', period: 1 }
const NO_SEASON: SeasonalIndices = { kind: 'added', phases: [0] }

/**
 * The Theta method of Assimakopoulos and Nikolopoulos (2000): simple exponential smoothing with half the
 * slope of a straight line as drift, which Hyndman and Billah (2003) show to be the same, on figures
 * without their season where a test finds one. As R's `thetaf`, but that it passes over gaps and adds a
 * season where figures of 0 or below forbid to multiply one.
 */
export const theta: ForecastModel = { name: 'theta', least: () => LEAST, fit: fitTheta }

/** What the method found in a series. */
interface ThetaFit {
  readonly indices: SeasonalIndices
  readonly alpha: number
  /** Half the slope of a straight line through the figures, a step. */
  readonly drift: number
  readonly level: number
  /** Variance of the one-step errors, season taken out. */
  readonly variance: number
  /** Steps from the first known figure to the end, and those since the last known one. */
  readonly count: number
  readonly since: number
}

function fitTheta(
  figures: Figures,
  { period }: SeriesShape,
  found?: Parameters,
): FittedModel | null {
  const { values, skipped, known } = knownSpan(figures)
  if (known < LEAST) return null

  const seasonal =
    found?.seasonal === undefined
      ? isSeasonal(figures.slice(skipped), period)
      : found.seasonal === 1
  const indices = seasonal ? seasonalIndices(values, period) : NO_SEASON
  const level = smoothLevel(withoutSeason(values, indices), found?.alpha)
  const since = values.length - 1 - values.findLastIndex((value) => !Number.isNaN(value))
  const fit: ThetaFit = { ...level, indices, count: values.length, since }
  const expected = level.expected.map((value, step) => withSeason(value, step, indices))
  return {
    parameters: {
      alpha: fit.alpha,
      drift: fit.drift,
      seasonal: seasonal ? 1 : 0,
      multiplied: indices.kind === 'multiplied' ? 1 : 0,
      variance: fit.variance,
    },
    expected: asFigures(expected, skipped),
    ahead: (horizon) => thetaAhead(fit, horizon),
  }
}

/** Smooths values without a season; with `alpha` given only the first level is sought. */
function smoothLevel(values: Float64Array, alpha?: number) {
  const scaled = scaleValues(values, false)
  const { walk } =
    alpha === undefined
      ? fitSmoothing(LEVEL, scaled.values)
      : resumeSmoothing(LEVEL, { alpha, beta: 0, phi: 0, gamma: 0 }, scaled.values)
  return {
    alpha: walk.weights.alpha,
    drift: straightSlope(values) / 2,
    level: scaled.center + scaled.scale * walk.level,
    variance: (scaled.scale ** 2 * walk.squares) / Math.max(1, scaled.known - 2),
    expected: walk.expected.map((value) => scaled.center + scaled.scale * value),
  }
}

function thetaAhead(fit: ThetaFit, horizon: number): Outlook {
  const { indices, alpha, drift, level, variance, count, since } = fit
  const learnt = (1 - (1 - alpha) ** (count - since)) / alpha
  const steps = Array.from({ length: horizon }, (_, step) => step)
  const multiplied = indices.kind === 'multiplied'
  return {
    mean: steps.map((step) =>
      withSeason(level + drift * (since + step + learnt), count + step, indices),
    ),
    error: steps.map((step) => {
      const error = Math.sqrt(variance * (1 + (since + step) * alpha ** 2))
      return multiplied ? withSeason(error, count + step, indices) : error
    }),
  }
}
