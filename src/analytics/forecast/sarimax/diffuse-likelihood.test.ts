import { describe, expect, it } from 'vitest'
import type { Figures } from '../../series.ts'
import { freeCount, type SarimaxOrder } from './arma/order.ts'
import type { ArmaCoefficients } from './arma/stationary-arma.ts'
import { judgeOf } from './filter/likelihood.ts'
import { observe } from './filter/observations.ts'
import { modelAt, type SarimaxModel } from './fit-sarimax.ts'
import { type Lookout, lookOver } from './outlook.ts'

/**
 * Against SARIMAX of statsmodels 0.13.5 with `use_exact_diffuse = True`, smoothed at the coefficients and the
 * variance given, log(2 pi) / 2 added for each diffuse figure, which statsmodels counts.
 */
const ORDER: SarimaxOrder = { p: 2, d: 1, q: 1, P: 1, D: 1, Q: 1, s: 7 }
const COEFFICIENTS = coefficients({ ar: [0.5, -0.3], ma: [-0.6], sar: [0.2], sma: [-0.7] })
const FIGURES = Array.from(
  { length: 120 },
  (_, t) => ((t * t * 37 + t * 11) % 101) / 10 + 3 * (t % 7) + 0.05 * t,
)

describe('the exact diffuse likelihood', () => {
  it('is that of statsmodels without gaps', () => {
    expect(logLikelihoodAt(20, shown(FIGURES, ORDER, COEFFICIENTS).model)).toBeCloseTo(
      -315.034897805354,
      6,
    )
  })

  it('is that of statsmodels with gaps, in the first week too', () => {
    const gapped = without(FIGURES, [3, 5, 20, 21, 22, 23, 60, 61, 100, 119])

    expect(logLikelihoodAt(20, shown(gapped, ORDER, COEFFICIENTS).model)).toBeCloseTo(
      -287.527171920706,
      6,
    )
  })

  it('is that of statsmodels with three weeks missing', () => {
    const gapped = without(
      FIGURES,
      Array.from({ length: 20 }, (_, at) => 30 + at),
    )

    expect(logLikelihoodAt(20, shown(gapped, ORDER, COEFFICIENTS).model)).toBeCloseTo(
      -259.221500866511,
      6,
    )
  })

  it('is that of statsmodels for two differences and a gap at the second figure', () => {
    const order = { p: 1, d: 2, q: 1, P: 0, D: 0, Q: 0, s: 1 }
    const gapped = without(FIGURES, [1, 5, 6])
    const { model } = shown(gapped, order, coefficients({ ar: [0.3], ma: [-0.8] }))

    expect(logLikelihoodAt(15, model)).toBeCloseTo(-577.169958192, 5)
  })

  it('is that of statsmodels for a stationary model with gaps', () => {
    const { model } = stationary()

    expect(logLikelihoodAt(15, model)).toBeCloseTo(-347.000997847157, 6)
  })

  it('is the same whatever figures stand before the first known one', () => {
    const { model } = shown(FIGURES, ORDER, COEFFICIENTS)
    const late = shown([null, null, null, ...FIGURES], ORDER, COEFFICIENTS)

    expect(late.model.logLikelihood).toBe(model.logLikelihood)
  })
})

describe('looking ahead', () => {
  it('expects what statsmodels expects without gaps', () => {
    const { lookout, deviation } = shown(FIGURES, ORDER, COEFFICIENTS)
    const { mean, error } = lookout.ahead(10, [])

    expectClose([mean[0], mean[6], mean[9]], [11.7830211955, 12.1567824206, 18.7484451086])
    const errors = [error[0], error[6], error[9]].map((value) => value! / deviation)
    expectClose(errors, [1.0000010974, 1.7270997184, 2.3450995441])
  })

  it('expects what statsmodels expects past gaps in the first week and at the end', () => {
    const gapped = without(FIGURES, [3, 5, 20, 21, 22, 23, 60, 61, 100, 119])
    const { lookout, deviation } = shown(gapped, ORDER, COEFFICIENTS)
    const { mean, error } = lookout.ahead(10, [])

    expectClose([mean[0], mean[6], mean[9]], [11.0076427079, 11.2900388426, 18.1509525447])
    const errors = [error[0], error[6], error[9]].map((value) => value! / deviation)
    expectClose(errors, [1.3453932957, 2.0005263276, 2.4476861728])
  })

  it('expects of each step what statsmodels expects, knowing those before it', () => {
    const gapped = without(
      FIGURES,
      Array.from({ length: 20 }, (_, at) => 30 + at),
    )
    const { lookout } = shown(gapped, ORDER, COEFFICIENTS)
    const { expected } = lookout

    expect(expected.length).toBe(FIGURES.length)
    expect(expected.slice(0, 8)).toEqual(Array(8).fill(null))
    expectClose(
      [expected[15]!, expected[40]!, expected[90]!],
      [6.8000378067, 18.1471825429, 28.5936838995],
    )
  })

  it('returns to the mean of a stationary model', () => {
    const { lookout, deviation } = stationary()
    const { mean, error } = lookout.ahead(9, [])

    expectClose([mean[0], mean[8]], [-8.4500127266, -1.6322416892])
    expectClose([error[0]! / deviation, error[8]! / deviation], [1, 1.3825986399])
  })

  it('gives no lookout where a day of the week was never known', () => {
    const gapped = FIGURES.map((value, t) => (t % 7 === 3 ? null : value))
    const seen = observe({ figures: gapped, regressors: [], order: ORDER, hasConstant: false })!

    expect(modelAt({ observations: seen, judge: judgeOf(seen) }, ORDER, COEFFICIENTS)).toBeNull()
  })
})

function stationary() {
  const level = FIGURES.reduce((sum, value, t) => sum + value - 0.05 * t, 0) / FIGURES.length
  const figures = FIGURES.map((value, t) => value - 0.05 * t - level)
  const order = { p: 1, d: 0, q: 1, P: 1, D: 0, Q: 0, s: 7 }
  const at = coefficients({ ar: [0.3], ma: [0.4], sar: [0.5] })
  return shown(without(figures, [10, 11, 12, 50]), order, at)
}

function shown(figures: Figures, order: SarimaxOrder, at: ArmaCoefficients) {
  const observations = observe({ figures, regressors: [], order, hasConstant: false })!
  const model = modelAt({ observations, judge: judgeOf(observations) }, order, at)!
  const lookout: Lookout = lookOver({ model, observations, length: figures.length, causes: [] })!
  const corrected = (model.variance * model.count) / (model.count - freeCount(order))
  return { model, lookout, deviation: Math.sqrt(corrected) }
}

/** The logarithm of the likelihood where the variance is not the best there is but the one given. */
function logLikelihoodAt(variance: number, model: SarimaxModel): number {
  const { logLikelihood, count } = model
  const excess = model.variance / variance - 1 - Math.log(model.variance / variance)
  return logLikelihood - (count / 2) * excess
}

function without(figures: readonly number[], steps: readonly number[]): Figures {
  return figures.map((value, step) => (steps.includes(step) ? null : value))
}

function coefficients(
  parts: Partial<Record<'ar' | 'ma' | 'sar' | 'sma', number[]>>,
): ArmaCoefficients {
  return {
    ar: Float64Array.from(parts.ar ?? []),
    ma: Float64Array.from(parts.ma ?? []),
    seasonalAr: Float64Array.from(parts.sar ?? []),
    seasonalMa: Float64Array.from(parts.sma ?? []),
  }
}

function expectClose(found: readonly (number | undefined)[], wanted: readonly number[]): void {
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 6)
}
