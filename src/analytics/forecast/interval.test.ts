import { describe, expect, it } from 'vitest'
import { intervalOf } from './interval.ts'

const OUTLOOK = { mean: [10, 1.4, -2], error: [2, 1, 0] }

describe('intervalOf', () => {
  it('reaches 1.96 errors to each side at 95 %', () => {
    const { lower, upper } = intervalOf(OUTLOOK, 95)

    expect(lower[0]).toBeCloseTo(10 - 2 * 1.959963984540054, 12)
    expect(upper[0]).toBeCloseTo(10 + 2 * 1.959963984540054, 12)
  })

  it('is wider at a higher level', () => {
    const width = (level: number) => (intervalOf(OUTLOOK, level).upper[0] ?? 0) - 10

    expect(width(50)).toBeCloseTo(2 * 0.6744897501960817, 12)
    expect(width(99)).toBeCloseTo(2 * 2.5758293035489, 12)
  })

  it('keeps counts from falling below 0, the mean too', () => {
    const { mean, lower, upper } = intervalOf(OUTLOOK, 95, { counts: true })

    expect(mean).toEqual([10, 1.4, 0])
    expect(lower[1]).toBe(0)
    expect(upper[2]).toBe(0)
  })

  it('rounds the ends outwards where figures are whole', () => {
    const { mean, lower, upper } = intervalOf(OUTLOOK, 95, { counts: true, whole: true })

    expect(mean).toEqual([10, 1, 0])
    expect(lower).toEqual([6, 0, 0])
    expect(upper).toEqual([14, 4, 0])
  })

  it.each([49, 100, Number.NaN])('refuses a level of %d', (level) => {
    expect(() => intervalOf(OUTLOOK, level)).toThrow(RangeError)
  })
})
