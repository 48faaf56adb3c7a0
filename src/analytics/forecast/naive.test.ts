import { describe, expect, it } from 'vitest'
import nile from './fixtures/nile.json' with { type: 'json' }
import { naive } from './naive.ts'

describe('naive', () => {
  it('gives for Nile what naive of R forecast 8.20 gives', () => {
    const outlook = naive.fit(nile.values, { period: 1 })?.ahead(3)

    expect(outlook?.mean).toEqual([740, 740, 740])
    expect(outlook?.error[0]).toBeCloseTo(167.32464060483, 9)
    expect(outlook?.error[2]).toBeCloseTo(289.81477888577, 9)
  })

  it('keeps the last known value over a gap, and is less sure of it by the steps of the gap', () => {
    const fitted = naive.fit([1, 3, 5, null, null], { period: 1 })

    expect(fitted?.ahead(1)).toEqual({ mean: [5], error: [Math.sqrt(4 * 3)] })
    expect(fitted?.expected).toEqual([null, 1, 3, 5, 5])
  })

  it('counts a change over a gap as spread over its steps', () => {
    const fitted = naive.fit([0, null, null, null, 4], { period: 1 })

    expect(fitted?.parameters).toEqual({ variance: 4 })
  })

  it('cannot say how sure it is of one value', () => {
    expect(naive.fit([null, 7], { period: 1 })).toBeNull()
  })
})
