import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Figures } from '../series.ts'
import { combinationOf } from './combination.ts'
import { dampedEts } from './damped-ets.ts'
import airPassengers from './fixtures/air-passengers.json' with { type: 'json' }
import nottingham from './fixtures/nottingham.json' with { type: 'json' }
import type { ForecastModel } from './forecast-model.ts'
import { naive } from './naive.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { theta } from './theta/theta.ts'

const MODELS = [naive, seasonalNaive, theta, dampedEts, combinationOf([theta, dampedEts])]
/** Smoothing chooses between figures and logarithms, and Theta multiplies: neither survives a shift. */
const SHIFTABLE = [naive, seasonalNaive]

const figure = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 20 }) },
  { weight: 2, arbitrary: fc.constant(null) },
)
const figures = fc.oneof(
  fc.array(figure, { maxLength: 60 }),
  fc.array(fc.constantFrom(0, 0, 0, 1, null), { maxLength: 60 }),
  fc.tuple(fc.integer({ min: -3, max: 1e9 }), fc.nat(40)).map(([value, count]) => {
    return new Array<number>(count).fill(value)
  }),
)

describe.each(MODELS.map((model) => ({ name: model.name, model })))('$name', ({ model }) => {
  it('looks ahead in numbers, over any figures, or says it cannot', () => {
    fc.assert(
      fc.property(
        figures,
        fc.constantFrom(1, 2, 7, 12, 52),
        fc.integer({ min: 1, max: 365 }),
        (values, period, horizon) => {
          const fitted = model.fit(values, { period })
          if (fitted === null) return

          const { mean, error } = fitted.ahead(horizon)
          expect(mean.length === horizon && error.length === horizon).toBe(true)
          expect(mean.every(Number.isFinite)).toBe(true)
          expect(error.every((each) => Number.isFinite(each) && each >= 0)).toBe(true)
          expect(fitted.expected).toHaveLength(values.length)
          expect(fitted.expected.some(Number.isNaN)).toBe(false)
          expect(Object.values(fitted.parameters).every(Number.isFinite)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('grows with the figures when they are all counted in another unit', () => {
    for (const { values, period } of [airPassengers, nottingham]) {
      for (const unit of [0.001, 60, 1e6]) {
        const plain = model.fit(values, { period })?.ahead(20)
        const other = model
          .fit(
            values.map((value) => value * unit),
            { period },
          )
          ?.ahead(20)

        plain?.mean.forEach((mean, step) => {
          expect((other?.mean[step] ?? 0) / unit / mean).toBeCloseTo(1, 5)
          expect((other?.error[step] ?? 0) / unit / (plain.error[step] ?? 0)).toBeCloseTo(1, 4)
        })
      }
    }
  })

  it('says of figures that never vary that they stay, with no error', () => {
    const outlook = model.fit(new Array<number>(60).fill(17), { period: 7 })?.ahead(30)

    outlook?.mean.forEach((mean, step) => {
      expect(mean).toBeCloseTo(17, 9)
      expect(outlook.error[step]).toBeCloseTo(0, 9)
    })
    expect(outlook?.mean).toHaveLength(30)
  })

  it('says of zeros that they stay', () => {
    const outlook = model.fit(new Array<number>(60).fill(0), { period: 7 })?.ahead(3)

    expect(outlook?.mean.map(Math.abs)).toEqual([0, 0, 0])
  })

  it('can say nothing of nothing, or of one figure', () => {
    expect(model.fit([], { period: 7 })).toBeNull()
    expect(model.fit([null, null], { period: 7 })).toBeNull()
    expect(model.fit([null, 3, null], { period: 7 })).toBeNull()
  })

  it('says much the same when a tenth of the figures is missing', () => {
    const { values, period } = nottingham
    const holes: Figures = values.map((value, step) => (step % 10 === 4 ? null : value))

    expect(distance(model, { values, holes, period })).toBeLessThan(6)
  })
})

describe.each(SHIFTABLE.map((model) => ({ name: model.name, model })))('$name', ({ model }) => {
  it('shifts with the figures', () => {
    const { values, period } = nottingham
    const shifted = values.map((value) => value + 1000)
    const [plain, other] = [values, shifted].map((each) => model.fit(each, { period })?.ahead(20))

    plain?.mean.forEach((mean, step) => {
      expect(other?.mean[step]).toBeCloseTo(mean + 1000, 8)
      expect(other?.error[step]).toBeCloseTo(plain.error[step] ?? 0, 8)
    })
  })
})

/** The greatest distance of two outlooks, with all figures and with holes, over a season. */
function distance(
  model: ForecastModel,
  { values, holes, period }: { values: Figures; holes: Figures; period: number },
): number {
  const [whole, broken] = [values, holes].map((each) => model.fit(each, { period })?.ahead(period))
  const apart = whole?.mean.map((mean, step) => Math.abs(mean - (broken?.mean[step] ?? Infinity)))
  return Math.max(...(apart ?? [Infinity]))
}
