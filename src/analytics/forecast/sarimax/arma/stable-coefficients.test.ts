import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeNumbers, hasRootsBeyond, stableCoefficients } from './stable-coefficients.ts'

const free = fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 1, maxLength: 5 })

describe('stableCoefficients', () => {
  it('stays in the triangle of stationary autoregressions of order two', () => {
    fc.assert(
      fc.property(
        fc.tuple(
          fc.double({ min: -50, max: 50, noNaN: true }),
          fc.double({ min: -50, max: 50, noNaN: true }),
        ),
        (two) => {
          const [a = 0, b = 0] = stableCoefficients(two)

          expect(Math.abs(b)).toBeLessThan(1)
          expect(b + Math.abs(a)).toBeLessThan(1 + 1e-12)
        },
      ),
    )
  })

  it('is undone by freeNumbers', () => {
    fc.assert(
      fc.property(free, (numbers) => {
        const again = freeNumbers(stableCoefficients(numbers)) ?? []

        expect(again.length).toBe(numbers.length)
        for (const [at, number] of numbers.entries()) expect(again[at]).toBeCloseTo(number, 5)
      }),
    )
  })
})

describe('freeNumbers', () => {
  it('has none for a random walk or for what explodes', () => {
    expect(freeNumbers([1])).toBeNull()
    expect(freeNumbers([0.9, 0.2])).toBeNull()
  })
})

describe('hasRootsBeyond', () => {
  it('compares the root nearest to 0 with the modulus', () => {
    expect(hasRootsBeyond(1.24, [0.8])).toBe(true)
    expect(hasRootsBeyond(1.26, [0.8])).toBe(false)
    // roots of 1 - 0.5 x + 0.5 x^2 have modulus sqrt(2)
    expect(hasRootsBeyond(1.41, [0.5, -0.5])).toBe(true)
    expect(hasRootsBeyond(1.42, [0.5, -0.5])).toBe(false)
  })
})
