import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleDeviation } from './sample-deviation.ts'

const FIGURES = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 2,
  maxLength: 30,
})

describe('sampleDeviation', () => {
  it('agrees with SciPy 1.10 (tstd) and R 4.2 (sd)', () => {
    const airline = [112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118]

    expect(sampleDeviation(airline)).toBeCloseTo(13.720146655281214, 12)
    expect(sampleDeviation([1e8 + 4, 1e8 + 7, 1e8 + 13, 1e8 + 16])).toBeCloseTo(
      5.477225575051661,
      9,
    )
  })

  it('is just 0 for equal figures, whatever rounding makes of their mean', () => {
    expect(sampleDeviation([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(0)
  })

  it('measures figures whose squares are too large or too small for a number', () => {
    expect(sampleDeviation([1e200, 3e200]) / 1e200).toBeCloseTo(Math.SQRT2, 12)
    expect(sampleDeviation([1e-200, 3e-200]) / 1e-200).toBeCloseTo(Math.SQRT2, 12)
  })

  it('divides by one less than the values there are, at any scale', () => {
    const figures = [2, 4, 4, 4, 5, 5, 7, 9]
    const expected = Math.sqrt(32 / 7)

    expect(sampleDeviation(figures)).toBeCloseTo(expected, 12)
    for (const scale of [1e200, 1e-200, 1e-158, 1e-162]) {
      const found = sampleDeviation(figures.map((value) => value * scale))
      expect(found / scale).toBeCloseTo(expected, 9)
    }
  })

  it('is above 0 and a number wherever figures differ', () => {
    fc.assert(
      fc.property(FIGURES, (figures) => {
        const found = sampleDeviation(figures)
        const isSpread = figures.some((value) => value !== figures[0])
        expect(Number.isFinite(found)).toBe(true)
        expect(found > 0).toBe(isSpread)
      }),
    )
  })

  it('refuses one value', () => {
    expect(() => sampleDeviation([1])).toThrow(RangeError)
  })
})
