import { describe, expect, it } from 'vitest'
import { quantile } from './quantile.ts'

describe('quantile', () => {
  it('agrees with NumPy 1.24 (quantile)', () => {
    const values = [2.7, -1.3, 0.45, 9.6, -7.25, 3.14, 0.001]
    const expected = [-7.25, -3.68, -0.6495, 0.45, 5.724, 8.631, 9.6]

    const found = [0, 0.1, 0.25, 0.5, 0.9, 0.975, 1].map((share) => quantile(values, share))

    for (const [at, value] of found.entries()) expect(value).toBeCloseTo(expected[at]!, 12)
  })

  it('agrees with R 4.2 (quantile, type 7)', () => {
    const airline = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118]
    expect(quantile(airline, 0.05)).toBeCloseTo(108.4, 12)
    expect(quantile(airline, 0.66)).toBeCloseTo(132.78, 12)
  })

  it('is the value itself where there is one', () => {
    expect(quantile([4], 0.3)).toBe(4)
  })

  it('is a value itself between two that are equal', () => {
    expect(quantile([0.1, 0.1, 0.1, 0.1], 0.7)).toBe(0.1)
    expect(quantile([1e308, 1e308], 0.3)).toBe(1e308)
  })

  it('refuses no values, and shares that are none', () => {
    expect(() => quantile([1, 2], -0.1)).toThrow(RangeError)
    expect(() => quantile([], 0.5)).toThrow(RangeError)
    expect(() => quantile([1, 2], 1.1)).toThrow(RangeError)
    expect(() => quantile([1, 2], Number.NaN)).toThrow(RangeError)
  })
})
