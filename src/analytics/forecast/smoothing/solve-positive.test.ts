import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { solvePositive } from './solve-positive.ts'

describe('solvePositive', () => {
  it('solves a system a person can check', () => {
    const found = solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(8, 8))

    expect(found?.[0]).toBeCloseTo(1, 12)
    expect(found?.[1]).toBeCloseTo(2, 12)
  })

  it('refuses a matrix that is not positive definite', () => {
    expect(solvePositive(Float64Array.of(1, 2, 2, 1), Float64Array.of(1, 1))).toBeNull()
    expect(solvePositive(Float64Array.of(Number.NaN), Float64Array.of(1))).toBeNull()
  })

  it('gives back what a matrix was multiplied with', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true })
    fc.assert(
      fc.property(fc.array(entry, { minLength: 9, maxLength: 9 }), (entries) => {
        const matrix = gram(entries)
        const right = [0, 1, 2].map((row) =>
          [5, -7, 2].reduce((sum, x, at) => sum + x * matrix[row * 3 + at]!, 0),
        )
        const found = solvePositive(matrix, Float64Array.from(right))
        ;[5, -7, 2].forEach((x, at) => {
          expect(found?.[at]).toBeCloseTo(x, 6)
        })
      }),
    )
  })
})

/** A'A + I, which is positive definite. */
function gram(entries: readonly number[]): Float64Array {
  return Float64Array.from({ length: 9 }, (_, at) => {
    const [row, column] = [Math.floor(at / 3), at % 3]
    const product = [0, 1, 2].reduce(
      (sum, each) => sum + entries[each * 3 + row]! * entries[each * 3 + column]!,
      0,
    )
    return product + (row === column ? 1 : 0)
  })
}
