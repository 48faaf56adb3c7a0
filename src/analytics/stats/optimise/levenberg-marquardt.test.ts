import { describe, expect, it } from 'vitest'
import { leastSquares, type Residuals } from './levenberg-marquardt.ts'

describe('leastSquares', () => {
  it('finds the certified parameters of Misra1a of NIST', () => {
    // https://www.itl.nist.gov/div898/strd/nls/data/misra1a.shtml, from its first start
    const x = [
      ...[77.6, 114.9, 141.1, 190.8, 239.9, 289, 332.8, 378.4, 434.8, 477.3],
      ...[536.8, 593.1, 689.1, 760],
    ]
    const y = [
      ...[10.07, 14.73, 17.94, 23.93, 29.61, 35.18, 40.02, 44.82, 50.76, 55.05],
      ...[61.01, 66.4, 75.47, 81.78],
    ]
    const misra: Residuals = ([b1 = 0, b2 = 0], into) => {
      for (let at = 0; at < x.length; at += 1) {
        into[at] = y[at]! - b1 * (1 - Math.exp((-b2 / 1000) * x[at]!))
      }
      return true
    }

    const { point, value } = leastSquares(misra, { start: Float64Array.of(500, 0.1), count: 14 })

    expect(point[0]! / 238.94212918).toBeCloseTo(1, 6)
    expect(point[1]! / 0.55015643181).toBeCloseTo(1, 6)
    expect((2 * value) / 0.12455138894).toBeCloseTo(1, 8)
  })

  it("follows Rosenbrock's valley to its end in few steps", () => {
    const valley: Residuals = ([x = 0, y = 0], into) => {
      into.set([10 * (y - x * x), 1 - x])
      return true
    }

    const found = leastSquares(valley, { start: Float64Array.of(-1.2, 1), count: 2 })

    expect(found.point[0]).toBeCloseTo(1, 6)
    expect(found.iterations).toBeLessThan(40)
  })

  it('goes no further in a step than allowed', () => {
    const seen: number[] = []
    const far: Residuals = ([x = 0], into) => {
      seen.push(x)
      into[0] = x - 100
      return true
    }

    leastSquares(far, { start: Float64Array.of(0), count: 1 }, { longestStep: 2, maxIterations: 3 })

    expect(Math.max(...seen)).toBeLessThan(6.001)
    expect(Math.max(...seen)).toBeGreaterThan(5.9)
  })

  it('turns back from where there is no value', () => {
    const wall: Residuals = ([x = 0], into) => {
      into[0] = Math.log(x)
      return x > 0
    }

    const { point, hasConverged } = leastSquares(wall, { start: Float64Array.of(9), count: 1 })

    expect(hasConverged).toBe(true)
    expect(point[0]).toBeCloseTo(1, 5)
  })

  it('says that it got nowhere from a start without a value', () => {
    const found = leastSquares(() => false, { start: Float64Array.of(0), count: 1 })

    expect(found.hasConverged).toBe(false)
    expect(found.value).toBe(Number.POSITIVE_INFINITY)
  })
})
