import { describe, expect, it } from 'vitest'
import deaths from '../fixtures/accidental-deaths.json' with { type: 'json' }
import airPassengers from '../fixtures/air-passengers.json' with { type: 'json' }
import nile from '../fixtures/nile.json' with { type: 'json' }
import nottingham from '../fixtures/nottingham.json' with { type: 'json' }
import { theta } from './theta.ts'

/** Steps 1, 2, 12 and 14 of thetaf in R forecast 8.20. */
const REFERENCE = [
  {
    series: deaths,
    alpha: 0.551702611627,
    drift: -5.84963392959,
    variance: 68158.5647316,
    mean: [8270.69380634, 7508.92386706, 8990.77591388, 7451.03390566],
  },
  {
    series: nottingham,
    alpha: 0.024904664981,
    drift: 0.00208039488962,
    variance: 5.86402724183,
    mean: [40.126087627, 39.5457862436, 40.1117875191, 39.56570063],
  },
  {
    series: nile,
    alpha: 0.245668153653,
    drift: -1.35715271527,
    variance: 20802.8003905,
    mean: [799.811996216, 798.454843501, 784.883316348, 782.169010917],
  },
  {
    series: airPassengers,
    alpha: 0.837752089949,
    drift: 1.3230696288,
    variance: 115.692632416,
    mean: [440.078191082, 428.384280557, 447.644908743, 442.413454458],
  },
]

describe('theta', () => {
  it.each(REFERENCE)('gives for $series.source what thetaf of R gives', (reference) => {
    const fitted = theta.fit(reference.series.values, { period: reference.series.period })
    const { alpha = 0, drift = 0, variance = 0 } = fitted?.parameters ?? {}
    const mean = fitted?.ahead(14).mean ?? []

    expect(Math.abs(alpha - reference.alpha)).toBeLessThan(1e-3)
    expect(drift).toBeCloseTo(reference.drift, 7)
    expect(variance / reference.variance).toBeCloseTo(1, 6)
    reference.mean.forEach((expected, at) => {
      expect((mean[[0, 1, 11, 13][at] ?? -1] ?? 0) / expected).toBeCloseTo(1, 4)
    })
  })

  it('gives for Nile the errors that thetaf of R gives', () => {
    const error = theta.fit(nile.values, { period: 1 })?.ahead(14).error ?? []

    expect((error[0] ?? 0) / 144.231759299).toBeCloseTo(1, 5)
    expect((error[13] ?? 0) / 192.676947093).toBeCloseTo(1, 3)
  })

  it('adds a season where days of 0 forbid to multiply one', () => {
    const values = Array.from({ length: 70 }, (_, day) => (day % 7 > 4 ? 0 : 20 + (day % 3)))
    const fitted = theta.fit(values, { period: 7 })

    expect(fitted?.parameters).toMatchObject({ seasonal: 1, multiplied: 0 })
    expect(fitted?.ahead(7).mean[5]).toBeCloseTo(0, 0)
    expect(fitted?.ahead(7).mean[1]).toBeCloseTo(21, 0)
  })

  it('says the same again from the parameters it found', () => {
    const shape = { period: 12 }
    const fitted = theta.fit(deaths.values, shape)
    const again = theta.fit(deaths.values, shape, fitted?.parameters)

    const mean = again?.ahead(30).mean ?? []
    mean.forEach((value, step) => {
      expect(value / (fitted?.ahead(30).mean[step] ?? 0)).toBeCloseTo(1, 6)
    })
    expect(mean).toHaveLength(30)
  })
})
