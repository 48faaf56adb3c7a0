import { describe, expect, it } from 'vitest'
import nile from '../fixtures/nile.json' with { type: 'json' }
import { straightSlope } from './straight-slope.ts'

describe('straightSlope', () => {
  it('gives for Nile what lsfit of R 4.2.2 gives', () => {
    expect(straightSlope(Float64Array.from(nile.values)) / 2).toBeCloseTo(-1.35715271527, 10)
  })

  it('keeps the steps of gaps', () => {
    expect(straightSlope(Float64Array.of(1, Number.NaN, Number.NaN, 7))).toBeCloseTo(2, 12)
  })

  it('is 0 for one value', () => {
    expect(straightSlope(Float64Array.of(Number.NaN, 4))).toBe(0)
  })
})
