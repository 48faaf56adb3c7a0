import { describe, expect, it } from 'vitest'
import { scaleValues, unscaled, unscaledError } from './scaled-values.ts'

describe('scaleValues', () => {
  it('brings values to mean 0 and deviation 1, and back', () => {
    const scaled = scaleValues(Float64Array.of(2, Number.NaN, 4, 6), false)

    expect(scaled.values[1]).toBeNaN()
    expect(scaled.values[2]).toBe(0)
    expect(unscaled(scaled, scaled.values[3] ?? 0)).toBeCloseTo(6, 12)
    expect(scaled.known).toBe(3)
  })

  it('bears values that never vary', () => {
    const scaled = scaleValues(Float64Array.of(5, 5, 5), false)

    expect(Array.from(scaled.values)).toEqual([0, 0, 0])
    expect(unscaled(scaled, 0)).toBe(5)
  })

  it('brings an error of logarithms back as a share of the median', () => {
    const scaled = scaleValues(Float64Array.of(1, Math.E ** 2), true)

    expect(unscaled(scaled, 0)).toBeCloseTo(Math.E, 12)
    expect(unscaledError(scaled, 0.1, 50)).toBeCloseTo(5, 12)
  })
})
