import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figures } from '../../series.ts'
import { seededRandom } from '../../stats/seeded-random.ts'
import { sarimax } from './sarimax.ts'

const WEEK = { period: 7 }

describe('sarimax', () => {
  it('finds the order a series was made with, and forecasts its week', () => {
    const figures = weekly(1, 400)
    const fitted = sarimax.fit(figures, WEEK)!
    const { d, D, q, Q, sma1 } = fitted.parameters

    expect({ d, D, q, Q }).toEqual({ d: 1, D: 1, q: 1, Q: 1 })
    expect(Math.abs(sma1! + 0.7)).toBeLessThan(0.15)
    const { mean, error } = fitted.ahead(14)
    expect(mean[5]! - mean[4]!).toBeGreaterThan(30) // 400 days are 57 weeks and a day
    expect(error).toEqual(error.toSorted((one, other) => one - other))
  })

  it('finds the same again', () => {
    expect(sarimax.fit(weekly(2, 150), WEEK)!.parameters).toEqual(
      sarimax.fit(weekly(2, 150), WEEK)!.parameters,
    )
  })

  it('takes the parameters found before, without a search, and sees the same ahead', () => {
    const figures = weekly(3, 200).map((value, t) => (t % 11 === 3 ? null : value))
    const fitted = sarimax.fit(figures, WEEK)!

    const again = sarimax.fit(figures, WEEK, fitted.parameters)!

    expect(again.parameters).toEqual(fitted.parameters)
    expect(again.expected).toEqual(fitted.expected)
    expect(again.ahead(30)).toEqual(fitted.ahead(30))
  })

  it('takes parameters over to figures that go on', () => {
    const figures = weekly(4, 220)
    const { parameters } = sarimax.fit(figures.slice(0, 200), WEEK)!

    const { mean } = sarimax.fit(figures, WEEK, parameters)!.ahead(1)

    expect(sarimax.fit(figures.slice(0, 200), WEEK, parameters)!.ahead(1).mean).not.toEqual(mean)
  })

  it('keeps a mean a mean when figures are added', () => {
    const figures = Array.from({ length: 120 }, (_, t) => 50 + ((t * t * 37 + t * 11) % 101) / 10)
    const fitted = sarimax.fit(figures.slice(0, 100), { period: 1 })!
    const mean = figures.slice(0, 100).reduce((sum, value) => sum + value, 0) / 100

    const far = sarimax.fit(figures, { period: 1 }, fitted.parameters)!.ahead(60).mean[59]!

    expect(fitted.parameters.d).toBe(0)
    expect(fitted.parameters.constant).toBeCloseTo(mean, 0)
    expect(far).toBeCloseTo(fitted.parameters.constant!, 1)
  })

  it('learns what a regressor adds, and needs to know it ahead', () => {
    const cause = Array.from({ length: 200 }, (_, t) => (t % 30 < 3 ? 1 : 0))
    const figures = weekly(5, 200).map((value, t) => value + 60 * cause[t]!)
    const fitted = sarimax.fit(figures, { period: 7, regressors: [cause] })!

    const on = fitted.ahead(3, [[1, 1, 1]]).mean
    const off = fitted.ahead(3, [[0, 0, 0]]).mean

    expect(Math.abs(fitted.parameters.effect1! - 60)).toBeLessThan(8)
    expect(on[1]! - off[1]!).toBeCloseTo(fitted.parameters.effect1!, 6)
    expect(() => fitted.ahead(3, [[1, 1]])).toThrow(RangeError)
    expect(() => fitted.ahead(3)).toThrow('regressor 1 is not known for 3 steps to come')
  })

  it('gives a regressor that never stirred no effect', () => {
    const regressors = [Array<number>(150).fill(0)]

    expect(sarimax.fit(weekly(6, 150), { period: 7, regressors })!.parameters.effect1).toBe(0)
  })

  it.each([
    ['nothing', []],
    ['nothing known', Array<null>(100).fill(null)],
    ['one figure', [5]],
    ['too few', [1, 2, 3, 5, 8, 13]],
    ['always the same', Array<number>(100).fill(7)],
    ['always the same, with gaps', Array.from({ length: 100 }, (_, t) => (t % 3 ? 7 : null))],
    ['a line without noise', Array.from({ length: 100 }, (_, t) => 3 * t)],
    ['a week without noise', Array.from({ length: 100 }, (_, t) => t % 7)],
    ['what is no number', Array.from({ length: 100 }, (_, t) => (t === 50 ? Number.NaN : t * t))],
  ])('is null for %s', (_, figures: Figures) => {
    expect(sarimax.fit(figures, WEEK)).toBeNull()
  })

  it('is null for parameters that are of no model, or of one with other regressors', () => {
    const figures = weekly(7, 100)
    const { parameters } = sarimax.fit(figures, WEEK)!
    const { p: _, ...incomplete } = parameters

    expect(sarimax.fit(figures, WEEK, incomplete)).toBeNull()
    expect(sarimax.fit(figures, WEEK, { ...parameters, effect1: 3 })).toBeNull()
    expect(sarimax.fit(figures, WEEK, { ...parameters, sma1: Number.NaN })).toBeNull()
  })

  it('looks past a day of the week that is never known', () => {
    const figures = weekly(8, 210).map((value, t) => (t % 7 === 6 ? null : value))
    const { mean, error } = sarimax.fit(figures, WEEK)!.ahead(7)

    expect([...mean, ...error].every(Number.isFinite)).toBe(true)
    expect(error[6]).toBeGreaterThan(error[4]!)
  })

  it('never says what is no number, whatever the figures', () => {
    const figure = fc.option(fc.integer({ min: -20, max: 20 }), { freq: 6, nil: null })
    const scale = fc.constantFrom(1e-6, 1, 1e9)
    fc.assert(
      fc.property(
        fc.array(figure, { minLength: 20, maxLength: 60 }),
        fc.constantFrom(1, 4, 7),
        scale,
        (steps, period, by) => {
          const figures = steps.map((value) => (value === null ? null : value * by + 100))
          const fitted = sarimax.fit(figures, { period })
          if (!fitted) return
          const { mean, error } = fitted.ahead(10)

          const known = fitted.expected.filter((value) => value !== null)
          const all = [...mean, ...error, ...known, ...Object.values(fitted.parameters)]
          expect(all.every(Number.isFinite)).toBe(true)
          expect(error.every((value) => value >= 0)).toBe(true)
          expect(fitted.expected.length).toBe(figures.length)
        },
      ),
      { numRuns: 40 },
    )
  })
})

/** Made by (0,1,1)(0,1,1,7) with -0.4 and -0.7, deviation 5, the seventh day 40 higher at first. */
function weekly(seed: number, count: number): number[] {
  const random = seededRandom(seed)
  const shock = () =>
    Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b, -6) * 5
  const shocks = Array.from({ length: count }, shock)
  const made: number[] = []
  for (let t = 0; t < count; t += 1) {
    const before = (back: number) => shocks[t - back] ?? 0
    const moved = before(0) - 0.4 * before(1) - 0.7 * before(7) + 0.28 * before(8)
    const start = 1000 + (t % 7 === 6 ? 40 : 0)
    made.push(t < 8 ? start : moved + made[t - 1]! + made[t - 7]! - made[t - 8]!)
  }
  return made
}
