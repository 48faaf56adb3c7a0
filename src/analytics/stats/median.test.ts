import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { median } from './median.ts'

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5)
    expect(median([9, 1, 5, 2])).toBe(3.5)
    expect(median([1e308, 1.5e308])).toBe(1.25e308)
  })

  it('agrees with NumPy 1.24', () => {
    expect(median([112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118])).toBe(125)
    expect(median([2.7, -1.3, 0.45, 9.6, -7.25, 3.14, 0.001])).toBe(0.45)
  })

  it('has as many values below as above, for few and for many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 120 }), (values) => {
        const found = median(values)
        const below = values.filter((value) => value < found).length
        const above = values.filter((value) => value > found).length
        expect(Math.max(below, above)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })

  it.each([1, 2, 47, 48, 49, 50, 200])('is the middle of %d values in any order', (count) => {
    const mixed = Array.from({ length: count }, (_, at) => (at * 37) % 211)
    const sorted = mixed.toSorted((one, other) => one - other)
    const middle = ((sorted[(count - 1) >> 1] ?? 0) + (sorted[count >> 1] ?? 0)) / 2

    expect(median(mixed)).toBe(middle)
  })

  it('is a value itself where the two in the middle are equal, however small', () => {
    const least = Number.MIN_VALUE
    expect(median([least, least])).toBe(least)
  })

  it('leaves what it is given in its order', () => {
    const values = [3, 1, 2]
    median(values)
    expect(values).toEqual([3, 1, 2])
  })

  it('refuses no values', () => {
    expect(() => median([])).toThrow(RangeError)
  })
})
