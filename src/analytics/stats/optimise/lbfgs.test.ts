import { describe, expect, it } from 'vitest'
import { lbfgs } from './lbfgs.ts'
import type { Objective } from './minimum.ts'
import { numericGradient } from './numeric-gradient.ts'

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

  it('tells the curvature of a parabola from its first step, and its end from the second', () => {
    const points: number[] = []
    const parabola: Objective = ([x = 0]) => {
      points.push(x)
      return x * x
    }
    const gradient = ([x = 0]: Float64Array, _: number, into: Float64Array) => {
      into[0] = 2 * x
    }

    const { hasConverged, iterations } = lbfgs(parabola, Float64Array.of(5), { gradient })

    expect(points).toEqual([5, 4, 0]) // a step of length 1 first, however steep it is
    expect([hasConverged, iterations]).toEqual([true, 2])
  })

  it('takes a gentle slope as the first step, not more', () => {
    const gradient = ([x = 0]: Float64Array, _: number, into: Float64Array) => {
      into[0] = x
    }
    const bowl: Objective = ([x = 0]) => (x * x) / 2

    expect(lbfgs(bowl, Float64Array.of(0.5), { gradient })).toEqual({
      ...{ point: Float64Array.of(0), value: 0, hasConverged: true, iterations: 1 },
    })
  })

  it('shortens a step that gains too little to the lowest point of a parabola through it', () => {
    const points: number[] = []
    const narrow: Objective = ([x = 0]) => {
      points.push(x)
      return 4 * (x - 0.2) ** 2
    }
    const gradient = ([x = 0]: Float64Array, _: number, into: Float64Array) => {
      into[0] = 8 * (x - 0.2)
    }

    lbfgs(narrow, Float64Array.of(0), { gradient })

    expect(points[1]).toBeCloseTo(1, 12)
    expect(points[2]).toBeCloseTo(0.2, 12)
  })

  it('shortens a step to half at most and to a tenth at least, and to a quarter where there is no value', () => {
    const stepsOf = (objective: Objective, slope: number) => {
      const points: number[] = []
      const gradient = (_point: Float64Array, _: number, into: Float64Array) => {
        into[0] = slope
      }
      lbfgs(
        ([x = 0]) => {
          points.push(x)
          return objective(Float64Array.of(x))
        },
        Float64Array.of(0),
        { gradient, maxIterations: 1 },
      )
      return points.map((x) => Number(x.toPrecision(12)))
    }

    const barely: Objective = ([x = 0]) => (x <= -0.5 ? 0.5e-4 * x : x)
    const wall: Objective = ([x = 0]) => (x <= -0.1 ? 1e6 : 2e-4 * x)
    const nothing: Objective = ([x = 0]) => (x <= -0.25 ? Number.NaN : x)
    expect(stepsOf(barely, 1)).toEqual([0, -1, -0.5, -0.25])
    expect(stepsOf(wall, 1)).toEqual([0, -1, -0.1, -0.01])
    expect(stepsOf(nothing, 1)).toEqual([0, -1, -0.25, -0.0625])
  })

  it('remembers as many steps as it is told to', () => {
    const bowl: Objective = (point) =>
      point.reduce((sum, x, at) => sum + 10 ** (at / 3) * (x - at) ** 2, 0)
    const stepsWith = (memory: number) =>
      lbfgs(bowl, new Float64Array(12), { memory, maxIterations: 5000 }).iterations

    expect(stepsWith(2)).toBeGreaterThan(stepsWith(12))
    expect(stepsWith(1)).toBeGreaterThan(stepsWith(2))
  })

  it('ends where no coordinate slopes more than is asked for, that much included', () => {
    const gradient = ([x = 0]: Float64Array, _: number, into: Float64Array) => {
      into[0] = x
    }
    const bowl: Objective = ([x = 0]) => (x * x) / 2
    const found = lbfgs(bowl, Float64Array.of(0.25), { gradient, slopeTolerance: 0.25 })

    expect(found).toMatchObject({ hasConverged: true, iterations: 0, value: 0.03125 })
  })

  it('says when its steps ran out, and after how many', () => {
    let sloped = 0
    const gradient = (point: Float64Array, value: number, into: Float64Array) => {
      sloped += 1
      numericGradient(valley)(point, value, into)
    }

    const { hasConverged, iterations } = lbfgs(valley, Float64Array.of(-1.2, 1), {
      ...{ gradient, maxIterations: 3 },
    })

    expect([hasConverged, iterations, sloped]).toEqual([false, 3, 4])
  })

  it('ends after two steps in a row that gain nothing', () => {
    const gradient = (_point: Float64Array, _: number, into: Float64Array) => {
      into[0] = 1e-13
    }
    const level: Objective = ([x = 0]) => 1 + 1e-13 * x

    expect(lbfgs(level, Float64Array.of(0), { gradient, slopeTolerance: 0 })).toMatchObject({
      ...{ hasConverged: true, iterations: 2 },
    })
  })

  it('measures a gain by how large the value is', () => {
    const gradient = (_point: Float64Array, _: number, into: Float64Array) => {
      into[0] = 1
    }
    const high: Objective = ([x = 0]) => 1e6 + x
    const found = lbfgs(high, Float64Array.of(0), { gradient, valueTolerance: 1e-5 })
    const low = lbfgs(([x = 0]) => x, Float64Array.of(0), {
      ...{ gradient, valueTolerance: 1e-5, maxIterations: 9 },
    })

    expect(found).toMatchObject({ hasConverged: true, iterations: 2 })
    expect(low).toMatchObject({ hasConverged: false, iterations: 9 })
  })

  it('forgets a curvature that leads nowhere, and gives up where the slope itself does', () => {
    const lies = [10, -8]
    const gradient = (_point: Float64Array, _: number, into: Float64Array) => {
      into[0] = lies.shift() ?? 0
    }
    const pit: Objective = ([x = 0]) => (x === 1 || x === 0 ? x : 1e9)
    const found = lbfgs(pit, Float64Array.of(1), { gradient })
    const level = lbfgs(() => 3, Float64Array.of(5), {
      gradient: (_point, _value, into) => into.fill(1),
    })

    expect(found).toMatchObject({ hasConverged: false, iterations: 2, value: 0 })
    expect(level).toMatchObject({ hasConverged: false, iterations: 0, value: 3 })
  })

  it('has nothing to do without coordinates', () => {
    expect(lbfgs(() => 3, new Float64Array(0))).toMatchObject({
      ...{ hasConverged: true, iterations: 0, value: 3 },
    })
  })

  it('leaves the start as it was, also where nothing has a value', () => {
    const nowhere = Float64Array.of(7)
    const { point } = lbfgs(() => Number.NaN, nowhere)
    point[0] = 0
    expect([...nowhere]).toEqual([7])
  })

  it('leaves the start as it was', () => {
    const start = Float64Array.of(-1.2, 1)

    lbfgs(valley, start)

    expect([...start]).toEqual([-1.2, 1])
  })
})
