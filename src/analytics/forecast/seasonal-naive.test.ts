import { describe, expect, it } from 'vitest'
import deaths from './fixtures/accidental-deaths.json' with { type: 'json' }
import { seasonalNaive } from './seasonal-naive.ts'

describe('seasonalNaive', () => {
  it('gives for USAccDeaths what snaive of R forecast 8.20 gives', () => {
    const outlook = seasonalNaive.fit(deaths.values, { period: 12 })?.ahead(14)

    expect(outlook?.mean[0]).toBe(7836)
    expect(outlook?.mean[12]).toBe(7836)
    expect(outlook?.error[0]).toBeCloseTo(559.40535392504, 9)
    expect(outlook?.error[12]).toBeCloseTo(791.11863838491, 9)
  })

  it('takes the last known value of the phase where the last season has a gap', () => {
    const outlook = seasonalNaive.fit([10, 20, 12, null, 14, null], { period: 2 })?.ahead(2)

    expect(outlook?.mean).toEqual([14, 20])
    expect(outlook?.error[1]).toBeCloseTo(Math.sqrt(3) * (outlook?.error[0] ?? 0), 12)
  })

  it('takes the last known value of all for a phase never seen', () => {
    const outlook = seasonalNaive.fit([10, null, 12, null], { period: 2 })?.ahead(2)

    expect(outlook?.mean).toEqual([12, 12])
  })

  it('cannot say how sure it is where no phase came twice', () => {
    expect(seasonalNaive.fit([1, 2, 3], { period: 3 })).toBeNull()
  })
})
