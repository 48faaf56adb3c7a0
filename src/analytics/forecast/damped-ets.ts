import type { Figures } from '../series.ts'
import type {
  FittedModel,
  ForecastModel,
  Outlook,
  Parameters,
  SeriesShape,
} from './forecast-model.ts'
import { asFigures, type KnownSpan, knownSpan } from './known-span.ts'
import { resumeSmoothing } from './smoothing/fit-smoothing.ts'
import {
  type RankedForm,
  ranked,
  rankLevels,
  rankSlopes,
  seasonsOf,
} from './smoothing/rank-forms.ts'
import {
  type ScaledValues,
  scaleValues,
  unscaled,
  unscaledError,
} from './smoothing/scaled-values.ts'
import type { SmoothingForm } from './smoothing/smoothing-form.ts'
import { smoothingOutlook } from './smoothing/smoothing-outlook.ts'

/** A form fitted to a series, as it is or to its logarithms. */
interface Candidate {
  readonly scaled: ScaledValues
  readonly ranked: RankedForm
}

const TRENDS = ['none', 'damped', 'straight'] as const
/** Fewer figures than these do not settle even a level that follows them. */
const LEAST = 6

/**
 * Exponential smoothing: level, slope (none, damped or straight) and season with errors added, on the
 * figures or, where all are above 0, on their logarithms, whichever has the least AICc. Hyndman, Koehler,
 * Ord and Snyder (2008). Means on logarithms are medians. Seasons longer than 24 steps are not followed.
 */
export const dampedEts: ForecastModel = {
  name: 'damped-ets',
  least: () => LEAST,
  fit: fitDampedEts,
}

function fitDampedEts(values: Figures, shape: SeriesShape, found?: Parameters): FittedModel | null {
  const span = knownSpan(values)
  if (span.known < LEAST) return null

  const candidate = found === undefined ? bestCandidate(span, shape) : resumed(span, found)
  return candidate === undefined ? null : fitted(candidate, span)
}

/** First whether there is a season, then the scale, both judged without a slope; then the slope. */
function bestCandidate(span: KnownSpan, { period }: SeriesShape): Candidate | undefined {
  const asIs = bestLevel(scaleValues(span.values, false), seasonsOf(period))
  if (asIs === undefined) return undefined

  const season = asIs.ranked.form.period
  const positive = span.values.every((value) => !(value <= 0))
  const logged = positive ? bestLevel(scaleValues(span.values, true), [season]) : undefined
  const level = logged !== undefined && byCriterion(logged, asIs) < 0 ? logged : asIs
  const sloped = rankSlopes(level.scaled, season).map((each) => ({ ...level, ranked: each }))
  return [level, ...sloped].toSorted(byCriterion)[0]
}

function bestLevel(scaled: ScaledValues, periods: readonly number[]): Candidate | undefined {
  const best = rankLevels(scaled, periods)[0]
  return best && { scaled, ranked: best }
}

function byCriterion(one: Candidate, other: Candidate): number {
  return one.ranked.aicc - other.ranked.aicc
}

function resumed(span: KnownSpan, found: Parameters): Candidate | undefined {
  const { alpha, beta = 0, phi = 0, gamma = 0, period = 1, logarithms = 0 } = found
  const trend = TRENDS[found.trend ?? -1]
  const positive = span.values.every((value) => !(value <= 0))
  if (alpha === undefined || trend === undefined || (logarithms === 1 && !positive))
    return undefined

  const form: SmoothingForm = { trend, period }
  const scaled = scaleValues(span.values, logarithms === 1)
  const least = resumeSmoothing(form, { alpha, beta, phi, gamma }, scaled.values)
  return { scaled, ranked: ranked(form, least, scaled) }
}

function fitted({ scaled, ranked: best }: Candidate, span: KnownSpan): FittedModel {
  const { form, walk } = best
  const back = walk.expected.map((value) => unscaled(scaled, value))
  const since = span.values.length - 1 - span.values.findLastIndex((value) => !Number.isNaN(value))
  const followed = { form, walk, variance: best.variance, since }
  return {
    parameters: parametersOf({ scaled, ranked: best }),
    expected: asFigures(back, span.skipped),
    ahead: (horizon) => broughtBack(scaled, smoothingOutlook(followed, horizon)),
  }
}

function broughtBack(scaled: ScaledValues, outlook: Outlook): Outlook {
  const mean = outlook.mean.map((value) => unscaled(scaled, value))
  const error = outlook.error.map((each, step) => unscaledError(scaled, each, mean[step] ?? 0))
  return { mean, error }
}

/** Form and weights by number: `trend` 0 none, 1 damped, 2 straight; `logarithms` 1 where they were taken. */
function parametersOf({ scaled, ranked: best }: Candidate): Parameters {
  const { form, walk } = best
  return {
    trend: TRENDS.indexOf(form.trend),
    period: form.period,
    logarithms: scaled.logarithms ? 1 : 0,
    ...walk.weights,
    variance: best.variance * scaled.scale ** 2,
    aicc: best.aicc,
  }
}
