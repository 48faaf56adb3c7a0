import { describe, expect, it } from 'vitest'
import { medianAbsoluteDeviation } from './median-absolute-deviation.ts'

describe('medianAbsoluteDeviation', () => {
  it('agrees with SciPy 1.10 (median_abs_deviation)', () => {
    const airline = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118]

    expect(medianAbsoluteDeviation(airline)).toBe(8.5)
    expect(medianAbsoluteDeviation([2.7, -1.3, 0.45, 9.6, -7.25, 3.14, 0.001])).toBe(2.25)
  })

  it('is not moved by one figure that is far out', () => {
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 5])).toBe(1)
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 5000])).toBe(1)
  })

  it('is a number for figures at both ends', () => {
    const most = Number.MAX_VALUE
    expect(medianAbsoluteDeviation([-most, -most, most, most, most])).toBe(0)
    expect(medianAbsoluteDeviation([-most, most])).toBe(most)
  })
})
