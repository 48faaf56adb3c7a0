import { describe, expect, it } from 'vitest'
import type { Objective } from './minimum.ts'
import { nelderMead } from './nelder-mead.ts'

const valley: Objective = ([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2

describe('nelderMead', () => {
  it("follows Rosenbrock's valley to its end", () => {
    const { point, hasConverged } = nelderMead(valley, Float64Array.of(-1.2, 1))

    expect(hasConverged).toBe(true)
    expect(point[0]).toBeCloseTo(1, 4)
    expect(point[1]).toBeCloseTo(1, 4)
  })

  it('finds a corner where there is no slope', () => {
    const corner: Objective = ([x = 0, y = 0]) => Math.abs(x - 2) + 3 * Math.abs(y + 1)

    const { point } = nelderMead(corner, Float64Array.of(5, 5))

    expect(point[0]).toBeCloseTo(2, 4)
    expect(point[1]).toBeCloseTo(-1, 4)
  })

  it('turns back from where there is no value', () => {
    const wall: Objective = ([x = 0]) => (x <= 0 ? Number.NaN : x - Math.log(x))

    expect(nelderMead(wall, Float64Array.of(0.1), { reach: -0.5 }).point[0]).toBeCloseTo(1, 4)
  })

  it('says when its steps ran out', () => {
    expect(nelderMead(valley, Float64Array.of(-1.2, 1), { maxIterations: 5 }).hasConverged).toBe(
      false,
    )
  })
})
