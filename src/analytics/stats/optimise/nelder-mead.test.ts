import { describe, expect, it } from 'vitest'
import type { Objective } from './minimum.ts'
import { nelderMead } from './nelder-mead.ts'

const valley: Objective = ([x = 0, y = 0]) => 100 * (y - x * x) ** 2 + (1 - x) ** 2
const powell: Objective = ([a = 0, b = 0, c = 0, d = 0]) =>
  (a + 10 * b) ** 2 + 5 * (c - d) ** 2 + (b - 2 * c) ** 4 + 10 * (a - d) ** 4
const rough: Objective = ([x = 0, y = 0]) =>
  Math.abs(x - 2) + 3 * Math.abs(y + 1) + Math.sin(5 * x) * Math.cos(7 * y)
/** So uneven that all corners have to be drawn to the best. */
const stairs: Objective = ([x = 0, y = 0]) =>
  Math.abs(x) + Math.abs(y) + ((Math.round(x * 3) + Math.round(y * 3)) % 2 === 0 ? 0 : 1)

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

  it.each([
    ['valley', valley, { start: [-1.2, 1], steps: 40, asked: 77, value: 0.15212998904304642 }],
    ['powell', powell, { start: [3, -1, 0, 1], steps: 25, asked: 50, value: 1.190669420300846 }],
    ['rough', rough, { start: [5, 5], steps: 30, asked: 60, value: 4.417250966760673 }],
    ['rough', rough, { start: [0.3, -0.4], steps: 20, asked: 40, value: 0.2491247287216135 }],
    ['stairs', stairs, { start: [2.2, 1.7], steps: 6, asked: 16, value: 2.9000000000000004 }],
    ['stairs', stairs, { start: [2.2, 1.7], steps: 30, asked: 66, value: 2.3441626090556387 }],
  ] as const)(
    'goes the way of SciPy 1.17.1 (Nelder-Mead, same first simplex) on %s: %o',
    (_name, objective, { start, steps, asked, value }) => {
      let count = 0
      const counted: Objective = (point) => {
        count += 1
        return objective(point)
      }
      const options = { maxIterations: steps, valueTolerance: 0, pointTolerance: 0 }

      const found = nelderMead(counted, Float64Array.from(start), options)

      expect(found.value).toBeCloseTo(value, 11)
      expect(objective(found.point)).toBe(found.value)
      expect([found.hasConverged, found.iterations, count]).toEqual([false, steps, asked])
    },
  )

  it('takes 400 steps for each coordinate unless told otherwise, and leaves the start as it was', () => {
    const slide: Objective = ([x = 0]) => -x
    const slant: Objective = ([x = 0, y = 0]) => -x - y
    const start = Float64Array.of(0, 0)

    expect(nelderMead(slide, Float64Array.of(0)).iterations).toBe(400)
    expect(nelderMead(slant, start).iterations).toBe(800)
    expect([...start]).toEqual([0, 0])
  })

  it('ends only where values and corners are both near each other', () => {
    const steep: Objective = ([x = 0]) => 1e9 * x * x
    const flat: Objective = () => 7

    const { point } = nelderMead(steep, Float64Array.of(0.3), { pointTolerance: 1 })
    const { iterations, hasConverged } = nelderMead(flat, Float64Array.of(0.3))

    expect(Math.abs(point[0] ?? 1)).toBeLessThan(1e-8)
    expect([iterations > 10, hasConverged]).toEqual([true, true])
  })

  it('measures the tolerance of values by how large they are', () => {
    const high: Objective = ([x = 0]) => 1e6 + Math.abs(x)
    const options = { valueTolerance: 1e-6, pointTolerance: 100 }

    expect(nelderMead(high, Float64Array.of(1), options)).toMatchObject({
      ...{ hasConverged: true, iterations: 0, value: 1e6 + 1 },
    })
    expect(nelderMead(([x = 0]) => Math.abs(x), Float64Array.of(1), options).iterations).not.toBe(0)
  })

  it('gives up at once where nothing has a value, and has nothing to do without coordinates', () => {
    let asked = 0
    const nothing: Objective = () => {
      asked += 1
      return Number.NaN
    }

    const { hasConverged, value } = nelderMead(nothing, Float64Array.of(1))
    const none = nelderMead(() => 3, new Float64Array(0))

    expect([hasConverged, value, asked]).toEqual([false, Number.POSITIVE_INFINITY, 2])
    expect(none).toMatchObject({ hasConverged: true, iterations: 0, value: 3 })
  })
})
