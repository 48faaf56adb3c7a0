import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { theilSenSlope } from './theil-sen-slope.ts'

const points = (xs: readonly number[], ys: readonly number[]) =>
  xs.map((x, at) => ({ x, y: ys[at] ?? 0 }))

describe('theilSenSlope', () => {
  it('agrees with SciPy 1.17.1: theilslopes', () => {
    const xs = [0, 1, 2, 5, 6, 9, 13]
    const ys = [61.2, 61.9, 61.5, 64.1, 66.0, 65.2, 71.7]

    expect(theilSenSlope(points(xs, ys))).toBeCloseTo(0.7999999999999995, 12)
  })

  it('is not moved by one wild value', () => {
    expect(theilSenSlope(points([0, 1, 2, 3, 4], [1, 3, 5, 7, 99]))).toBe(2)
  })

  it('has no answer where nothing lies beside anything', () => {
    expect(theilSenSlope([])).toBeNull()
    expect(theilSenSlope([{ x: 3, y: 1 }])).toBeNull()
    expect(theilSenSlope(points([3, 3], [1, 9]))).toBeNull()
  })

  it('finds the slope of any straight line', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: 2, max: 20 }),
        (slope, n) => {
          const line = Array.from({ length: n }, (_, x) => ({ x, y: 4 + slope * x }))
          expect(theilSenSlope(line)).toBeCloseTo(slope, 9)
        },
      ),
    )
  })
})
