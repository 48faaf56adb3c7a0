import { describe, expect, it } from 'vitest'
import { errorScale, scaledErrors } from './error-scale.ts'

const fold = (missed: number) => ({
  outlook: { mean: [0, 0], error: [1, 1] },
  actual: [missed, -missed],
})

describe('errorScale', () => {
  it('is 1 where errors come as foretold, or no fold tells', () => {
    expect(errorScale([fold(1), fold(1)])).toBe(1)
    expect(errorScale([])).toBe(1)
  })

  it('widens by the root mean square of the errors, with one fold of faith in the model', () => {
    expect(errorScale([fold(2), fold(2), fold(2)])).toBeCloseTo(Math.sqrt((3 * 4 + 1) / 4), 12)
  })

  it('stays between 0.9 and 3', () => {
    expect(errorScale([fold(100)])).toBe(3)
    expect(errorScale(new Array(9).fill(fold(0.1)))).toBe(0.9)
  })

  it('passes over gaps and errors foretold as 0', () => {
    const exact = { outlook: { mean: [5], error: [0] }, actual: [6] }
    const gap = { outlook: { mean: [5], error: [1] }, actual: [null] }

    expect(errorScale([exact, gap])).toBe(1)
  })
})

describe('scaledErrors', () => {
  it('multiplies errors and leaves means alone', () => {
    expect(scaledErrors({ mean: [7], error: [2] }, 1.5)).toEqual({ mean: [7], error: [3] })
  })
})
