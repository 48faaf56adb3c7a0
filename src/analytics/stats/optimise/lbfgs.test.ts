import { describe, expect, it } from 'vitest'
import { lbfgs } from './lbfgs.ts'
import type { Objective } from './minimum.ts'

/** Rosenbrock (1960): a curved valley with its end, 0, at (1, 1). */
const valley: Objective = ([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2

describe('lbfgs', () => {
  it("follows Rosenbrock's valley to its end", () => {
    const { point, value, hasConverged } = lbfgs(valley, Float64Array.of(-1.2, 1))

    expect(hasConverged).toBe(true)
    expect(value).toBeLessThan(1e-10)
    expect(point[0]).toBeCloseTo(1, 5)
    expect(point[1]).toBeCloseTo(1, 5)
  })

  it('takes the slope it is given', () => {
    let asked = 0
    const gradient = ([x = 0, y = 0]: Float64Array, _: number, into: Float64Array) => {
      asked += 1
      into[0] = -400 * x * (y - x * x) - 2 * (1 - x)
      into[1] = 200 * (y - x * x)
    }

    const { point, iterations } = lbfgs(valley, Float64Array.of(-1.2, 1), { gradient })

    expect(asked).toBeGreaterThan(10)
    expect(iterations).toBeLessThan(80)
    expect(point[0]).toBeCloseTo(1, 6)
  })

  it('finds the middle of a bowl of twelve unequal directions', () => {
    const bowl: Objective = (point) =>
      point.reduce((sum, x, at) => sum + 10 ** (at / 3) * (x - at) ** 2, 0)

    const { point } = lbfgs(bowl, new Float64Array(12), { memory: 4 })

    for (const [at, x] of point.entries()) expect(x).toBeCloseTo(at, 3)
  })

  it('steps back from where there is no value', () => {
    const wall: Objective = ([x = 0]) => (x <= 0 ? Number.NaN : x - Math.log(x))

    expect(lbfgs(wall, Float64Array.of(9)).point[0]).toBeCloseTo(1, 5)
  })

  it('says that it got nowhere from a start without a value', () => {
    const { hasConverged, value } = lbfgs(() => Number.NaN, Float64Array.of(0))

    expect({ hasConverged, value }).toEqual({
      hasConverged: false,
      value: Number.POSITIVE_INFINITY,
    })
  })

  it('leaves the start as it was', () => {
    const start = Float64Array.of(-1.2, 1)

    lbfgs(valley, start)

    expect([...start]).toEqual([-1.2, 1])
  })
})
