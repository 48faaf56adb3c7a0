import { describe, expect, it } from 'vitest'
import deaths from '../forecast/fixtures/accidental-deaths.json' with { type: 'json' }
import { autocorrelation } from './autocorrelation.ts'

const WITH_GAPS = [3, 7, null, 5, 9, null, null, 4, 8, 6, 10, 2]

describe('autocorrelation', () => {
  it.each([
    [1, 0.70747094611],
    [6, -0.423103569279],
    [12, 0.628589182302],
  ])('gives at lag %d what acf of R 4.2.2 gives for USAccDeaths', (lag, expected) => {
    expect(autocorrelation(deaths.values, lag)).toBeCloseTo(expected, 11)
  })

  it.each([
    [1, -0.5571428571428572],
    [2, 0.175],
    [3, -0.3],
    [4, 0.13125],
  ])('passes over gaps at lag %d as acf of R with na.pass does', (lag, expected) => {
    expect(autocorrelation(WITH_GAPS, lag)).toBeCloseTo(expected, 12)
  })

  it('is null where all figures are equal or none is known', () => {
    expect(autocorrelation([5, 5, 5], 1)).toBeNull()
    expect(autocorrelation([null, null], 1)).toBeNull()
    expect(autocorrelation([1, null, 3, null], 1)).toBeNull()
    expect(autocorrelation([1, 2], 5)).toBeNull()
  })
})
