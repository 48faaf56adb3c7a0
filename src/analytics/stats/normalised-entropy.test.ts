import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalisedEntropy } from './normalised-entropy.ts'

describe('normalisedEntropy', () => {
  it.each([
    [[8, 4, 2, 2], 0.875],
    [[120, 33, 7, 1, 1], 0.4628771772025398],
    [[288, 41, 17, 9, 9, 3], 0.4456798021594639],
  ])('agrees with SciPy 1.17.1: entropy(%j, base=2) / log2(k)', (counts, expected) => {
    expect(normalisedEntropy(counts)).toBeCloseTo(expected, 12)
  })

  it('is 1 where all are equal and 0 where one has everything', () => {
    expect(normalisedEntropy([7, 7, 7])).toBeCloseTo(1, 12)
    expect(normalisedEntropy([7, 0, 0])).toBe(0)
  })

  it('tells two classes apart as well as many', () => {
    expect(normalisedEntropy([3, 1])).toBeCloseTo(0.8112781244591328, 12)
  })

  it('has no answer for one class, or nothing in any', () => {
    expect(normalisedEntropy([])).toBeNull()
    expect(normalisedEntropy([5])).toBeNull()
    expect(normalisedEntropy([0, 0])).toBeNull()
  })

  it('lies between 0 and 1 and knows no order or unit', () => {
    const counts = fc.array(fc.nat(1_000), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(counts, (given) => {
        const evenness = normalisedEntropy(given)
        if (evenness === null) return
        expect(evenness).toBeGreaterThanOrEqual(0)
        expect(evenness).toBeLessThanOrEqual(1)
        const other = normalisedEntropy(given.toReversed().map((count) => count * 3))
        expect(other).toBeCloseTo(evenness, 9)
      }),
    )
  })
})
