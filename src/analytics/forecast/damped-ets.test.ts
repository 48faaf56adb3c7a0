import { describe, expect, it } from 'vitest'
import { dampedEts } from './damped-ets.ts'
import deaths from './fixtures/accidental-deaths.json' with { type: 'json' }
import airPassengers from './fixtures/air-passengers.json' with { type: 'json' }
import nottingham from './fixtures/nottingham.json' with { type: 'json' }

describe('dampedEts', () => {
  it('looks ahead for Nottingham as forecast of ets in R forecast 8.20, ANA, within 0.3 %', () => {
    const outlook = dampedEts.fit(nottingham.values, { period: 12 })?.ahead(14)

    const reference = [40.1722802692, 39.7694495542, 39.964504739, 39.7694495542]
    reference.forEach((mean, at) => {
      expect((outlook?.mean[[0, 1, 11, 13][at] ?? -1] ?? 0) / mean).toBeCloseTo(1, 2)
      expect(outlook?.error[[0, 1, 11, 13][at] ?? -1]).toBeCloseTo(2.33, 1)
    })
  })

  it('takes logarithms where the season grows with the level', () => {
    const fitted = dampedEts.fit(airPassengers.values, { period: 12 })

    expect(fitted?.parameters).toMatchObject({ logarithms: 1, period: 12, trend: 1 })
  })

  it('says the same again from the parameters it found', () => {
    for (const { values, period } of [deaths, airPassengers]) {
      const fitted = dampedEts.fit(values, { period })
      const again = dampedEts.fit(values, { period }, fitted?.parameters)

      fitted?.ahead(20).mean.forEach((mean, step) => {
        expect((again?.ahead(20).mean[step] ?? 0) / mean).toBeCloseTo(1, 4)
        expect(again?.ahead(20).error[step]).toBeCloseTo(fitted.ahead(20).error[step] ?? 0, 1)
      })
    }
  })

  it('uses parameters found before on figures that begin on another phase', () => {
    const fitted = dampedEts.fit(deaths.values, { period: 12 })
    const later = dampedEts.fit(deaths.values.slice(5), { period: 12 }, fitted?.parameters)

    const first = later?.ahead(12).mean ?? []
    fitted?.ahead(12).mean.forEach((mean, step) => {
      expect(Math.abs((first[step] ?? 0) / mean - 1)).toBeLessThan(0.03)
    })
  })

  it('has none of logarithms for figures that fell to 0', () => {
    const fitted = dampedEts.fit(airPassengers.values, { period: 12 })

    expect(
      dampedEts.fit([...airPassengers.values, 0], { period: 12 }, fitted?.parameters),
    ).toBeNull()
  })

  it('follows a straight line exactly', () => {
    const line = Array.from({ length: 60 }, (_, day) => 3 + 2 * day)
    const outlook = dampedEts.fit(line, { period: 7 })?.ahead(3)

    expect(outlook?.mean[2]).toBeCloseTo(3 + 2 * 62, 3)
    expect(outlook?.error[2]).toBeLessThan(0.01)
  })

  it('is null for fewer than six figures', () => {
    expect(dampedEts.fit([1, 2, null, 3, 4, 5], { period: 1 })).toBeNull()
  })
})
