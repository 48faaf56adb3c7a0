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
  })
})
