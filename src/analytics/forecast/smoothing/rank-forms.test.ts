import { describe, expect, it } from 'vitest'
import deaths from '../fixtures/accidental-deaths.json' with { type: 'json' }
import airPassengers from '../fixtures/air-passengers.json' with { type: 'json' }
import nile from '../fixtures/nile.json' with { type: 'json' }
import nottingham from '../fixtures/nottingham.json' with { type: 'json' }
import { type RankedForm, rankLevels, rankSlopes } from './rank-forms.ts'
import { scaleValues } from './scaled-values.ts'

/** Log-likelihoods that ets of R forecast 8.20 finds, by additive form. */
const REFERENCE = [
  {
    series: deaths,
    period: 1,
    none: -628.171379556,
    damped: -628.2762471,
    straight: -630.129247965,
  },
  {
    series: deaths,
    period: 12,
    none: -555.072335,
    damped: -552.502559607,
    straight: -555.924933733,
  },
  {
    series: nottingham,
    period: 1,
    none: -1054.60106831,
    damped: -1034.3213689,
    straight: -1046.0920899,
  },
  { series: nottingham, period: 12, none: -852.472073, damped: -852.505414, straight: -853.482237 },
  {
    series: nile,
    period: 1,
    none: -726.390519999,
    damped: -726.502046801,
    straight: -725.956062245,
  },
]

describe('rankLevels and rankSlopes', () => {
  it.each(REFERENCE)(
    'are at least as likely as those of R: $series.source, $period',
    (reference) => {
      const scaled = scaleValues(Float64Array.from(reference.series.values), false)
      const forms = [
        ...rankLevels(scaled, [reference.period]),
        ...rankSlopes(scaled, reference.period),
      ]

      expect(forms).toHaveLength(3)
      for (const { form, aicc, free } of forms) {
        const likelihood = likelihoodOf(aicc, { unknowns: free.length + 1, known: scaled.known })
        expect(likelihood).toBeGreaterThan(reference[form.trend] - 0.01)
        expect(likelihood).toBeLessThan(reference[form.trend] + 7)
      }
    },
  )

  it('find for Nile what ets of R finds: ANN with alpha 0.2455 and variance 20802.80', () => {
    const scaled = scaleValues(Float64Array.from(nile.values), false)
    const [best] = byCriterion([...rankLevels(scaled, [1]), ...rankSlopes(scaled, 1)])

    expect(best?.form).toEqual({ trend: 'none', period: 1 })
    expect(best?.aicc).toBeCloseTo(1459.03104, 3)
    expect(Math.abs((best?.walk.weights.alpha ?? 0) - 0.245533862697)).toBeLessThan(1e-3)
    expect(((best?.variance ?? 0) * scaled.scale ** 2) / 20802.8010256).toBeCloseTo(1, 5)
  })

  it('prefer for accidental deaths and Nottingham the form that ets of R prefers, ANA', () => {
    for (const { values } of [deaths, nottingham]) {
      const scaled = scaleValues(Float64Array.from(values), false)
      const [best] = byCriterion([...rankLevels(scaled, [1, 12]), ...rankSlopes(scaled, 12)])

      expect(best?.form).toEqual({ trend: 'none', period: 12 })
    }
  })

  it('compare logarithms with figures as they are', () => {
    const [asIs, logged] = [false, true].map((logarithms) =>
      rankLevels(scaleValues(Float64Array.from(airPassengers.values), logarithms), [12]),
    )

    expect(logged?.[0]?.aicc).toBeLessThan(asIs?.[0]?.aicc ?? 0)
  })

  it('damp every slope of logarithms', () => {
    const scaled = scaleValues(Float64Array.from(airPassengers.values), true)

    expect(rankSlopes(scaled, 12).map(({ form }) => form.trend)).toEqual(['damped'])
  })

  it('leave out forms that the figures are too few for', () => {
    const scaled = scaleValues(Float64Array.from([1, 3, 2, 5, 4, 6, 8]), false)

    expect(rankLevels(scaled, [1, 7]).map(({ form }) => form.period)).toEqual([1])
    expect(rankSlopes(scaled, 1).map(({ form }) => form.trend)).toEqual(['straight'])
  })
})

/** R leaves the same constants out as the criterion does. */
function likelihoodOf(aicc: number, { unknowns, known }: { unknowns: number; known: number }) {
  return (2 * unknowns + (2 * unknowns * (unknowns + 1)) / (known - unknowns - 1) - aicc) / 2
}

function byCriterion(forms: readonly RankedForm[]): RankedForm[] {
  return forms.toSorted((one, other) => one.aicc - other.aicc)
}
