import { describe, expect, it } from 'vitest'
import { numericGradient } from './numeric-gradient.ts'

describe('numericGradient', () => {
  it('tells the slope of a smooth function to eight digits', () => {
    const slope = new Float64Array(2)

    numericGradient(([x = 0, y = 0]) => Math.exp(x) * Math.sin(y))(
      Float64Array.of(0.5, 2),
      Math.exp(0.5) * Math.sin(2),
      slope,
    )

    expect(slope[0]).toBeCloseTo(Math.exp(0.5) * Math.sin(2), 8)
    expect(slope[1]).toBeCloseTo(Math.exp(0.5) * Math.cos(2), 8)
  })

  it('looks to the side that has values at the edge of them', () => {
    const slope = new Float64Array(1)

    numericGradient(([x = 0]) => (x < 1 ? Number.NaN : x * x))(Float64Array.of(1), 1, slope)

    expect(slope[0]).toBeCloseTo(2, 4)
    numericGradient(([x = 0]) => (x > 1 ? Number.NaN : x * x))(Float64Array.of(1), 1, slope)
    expect(slope[0]).toBeCloseTo(2, 4)
    numericGradient(([x = 0]) => (x === 1 ? 1 : Number.NaN))(Float64Array.of(1), 1, slope)
    expect(slope[0]).toBe(0)
  })

  it('steps as far as the coordinate is large, and puts it back', () => {
    const asked: number[] = []
    const point = Float64Array.of(2e6, 0.1)

    numericGradient((at) => {
      asked.push(...at)
      return 0
    })(point, 0, new Float64Array(2))

    const far = 6e-6 * 2e6
    expect(asked).toEqual([
      ...[2e6 + far, 0.1, 2e6 - far, 0.1],
      ...[2e6, 0.1 + 6e-6, 2e6, 0.1 - 6e-6],
    ])
    expect([...point]).toEqual([2e6, 0.1])
  })
})
