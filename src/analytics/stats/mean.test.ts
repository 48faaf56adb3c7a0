import { describe, expect, it } from 'vitest'
import { mean } from './mean.ts'

describe('mean', () => {
  it('agrees with NumPy 1.24', () => {
    expect(mean([2.7, -1.3, 0.45, 9.6, -7.25, 3.14, 0.001])).toBeCloseTo(1.0487142857142857, 14)
  })

  it('averages figures whose sum is too large for a number', () => {
    expect(mean([1.7e308, 1.7e308, 1.7e308])).toBeCloseTo(1.7e308, -294)
  })

  it('refuses no values', () => {
    expect(() => mean([])).toThrow(RangeError)
  })
})
