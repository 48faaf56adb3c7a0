import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SarimaxOrder } from '../arma/order.ts'
import {
  type ArmaProcess,
  armaProcess,
  coefficientsAt,
  stationaryCovariance,
} from '../arma/stationary-arma.ts'
import { emptyColumns } from './columns.ts'
import { judgeOf } from './likelihood.ts'
import { observe } from './observations.ts'
import { quickFilter } from './quick-filter.ts'

const ORDER: SarimaxOrder = { p: 2, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 4 }
const free = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 })

describe('quickFilter', () => {
  it('finds the surprises and variances of the full recursion', () => {
    fc.assert(
      fc.property(free, (numbers) => {
        const arma = armaProcess(coefficientsAt(Float64Array.from(numbers), ORDER), ORDER.s)
        fc.pre(arma !== null)
        const figures = Float64Array.from(
          { length: 150 },
          (_, t) => ((t * t * 37 + t * 11) % 101) / 10,
        )
        const into = emptyColumns(1, figures.length)

        const logVariances = quickFilter({ count: 1, length: 150, values: figures })(arma, into)

        const full = fullRecursion(arma, figures)
        expectAlmost(logVariances, full.logVariances)
        for (const [at, value] of full.surprises.entries()) expectAlmost(into.values[at]!, value)
      }),
      { numRuns: 60 },
    )
  })

  it('may be used again for a process of another size', () => {
    const figures = Float64Array.from({ length: 60 }, (_, t) => ((t * 37) % 11) - 5)
    const filter = quickFilter({ count: 1, length: 60, values: figures })
    const small = { ...ORDER, P: 0, Q: 0 }
    const one = armaProcess(coefficientsAt(new Float64Array(3), small), 4)!
    const two = armaProcess(coefficientsAt(Float64Array.of(0.1, 0.2, 0.3, 0.4, 0.5), ORDER), 4)!
    const into = emptyColumns(1, 60)

    const first = filter(one, into)
    filter(two, into)

    expect(filter(one, into)).toBe(first)
    expect([...into.values]).toEqual([...figures])
  })
})

describe('judgeOf', () => {
  it('judges alike with and without the filter for gaps where nothing is missing', () => {
    const order: SarimaxOrder = { p: 1, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 7 }
    const figures = Array.from({ length: 90 }, (_, t) => ((t * t * 37) % 101) / 10 + 3 * (t % 7))
    const regressors = [figures.map((_, t) => (t % 10 < 3 ? 1 : 0))]
    const seen = observe({ figures, regressors, order, hasConstant: true })!
    const quick = judgeOf(seen)
    const full = judgeOf({ ...seen, hasGaps: true })
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 3, maxLength: 3 }),
        (numbers) => {
          const arma = armaProcess(coefficientsAt(Float64Array.from(numbers), order), 7)!
          const one = quick(arma)!
          const other = full(arma)!

          expectAlmost(one.deviance, other.deviance)
          expect(one.variance / other.variance).toBeCloseTo(1, 8)
          for (const [at, share] of one.regression.shares.entries()) {
            expectAlmost(share, other.regression.shares[at]!)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Equal but for what rounding leaves of sums of many: a share of the figure, or of 1 for small ones. */
function expectAlmost(figure: number, other: number): void {
  expect(Math.abs(figure - other)).toBeLessThan(1e-6 * Math.max(1, Math.abs(other)))
}

/** The Kalman filter as the book has it, with whole matrices. */
function fullRecursion({ size, phi, load, ...rest }: ArmaProcess, figures: Float64Array) {
  let covariance = [...stationaryCovariance({ size, phi, load, ...rest })]
  let state = Array<number>(size).fill(0)
  let logVariances = 0
  const at = (i: number, j: number) => (i < size && j < size ? covariance[i * size + j]! : 0)
  const surprises = [...figures].map((figure) => {
    const variance = at(0, 0)
    const surprise = figure - state[0]!
    const gain = state.map((_, i) => at(i, 0) / variance)
    state = state.map((value, i) => value + gain[i]! * surprise)
    covariance = covariance.map((value, k) => {
      const i = Math.floor(k / size)
      return value - gain[i]! * at(0, k % size)
    })
    const head = state[0]!
    state = state.map((_, i) => phi[i]! * head + (state[i + 1] ?? 0))
    covariance = covariance.map((_, k) => {
      const i = Math.floor(k / size)
      const j = k % size
      const own = phi[i]! * phi[j]! * at(0, 0) + phi[i]! * at(0, j + 1) + phi[j]! * at(i + 1, 0)
      return own + at(i + 1, j + 1) + load[i]! * load[j]!
    })
    logVariances += Math.log(variance)
    return surprise / Math.sqrt(variance)
  })
  return { surprises, logVariances }
}
