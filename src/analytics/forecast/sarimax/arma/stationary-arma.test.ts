import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SarimaxOrder } from './order.ts'
import {
  type ArmaProcess,
  armaProcess,
  coefficientsAt,
  freeNumbersOf,
  stationaryCovariance,
} from './stationary-arma.ts'

const NONE = new Float64Array(0)
const numbers = (length: number) =>
  fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: length, maxLength: length })

function processOf(ar: readonly number[], ma: readonly number[]): ArmaProcess {
  const coefficients = { ar: Float64Array.from(ar), ma: Float64Array.from(ma) }
  const arma = armaProcess({ ...coefficients, seasonalAr: NONE, seasonalMa: NONE }, 1)
  if (!arma) throw new Error('no process')
  return arma
}

describe('armaProcess', () => {
  it('varies as statsmodels 0.13.5 says in arma_acovf', () => {
    expect(processOf([0.5], [0.4]).first[0]).toBeCloseTo(2.08, 12)
    expect(processOf([0.5, -0.3], [0.4, -0.2]).first[0]).toBeCloseTo(1.92063492, 8)
  })

  it('expects of the next figure its covariance with this one', () => {
    const { phi, first } = processOf([0.5, -0.3], [0.4, -0.2])

    expect(phi[0]! * first[0]! + first[1]!).toBeCloseTo(0.90793651, 8)
  })

  it('has a state whose covariance the next step leaves as it is', () => {
    const order: SarimaxOrder = { p: 2, d: 0, q: 1, P: 1, D: 0, Q: 1, s: 4 }
    fc.assert(
      fc.property(numbers(5), (free) => {
        const arma = armaProcess(coefficientsAt(Float64Array.from(free), order), order.s)
        if (!arma) throw new Error('no process')
        const before = stationaryCovariance(arma)
        const after = moved(arma, before)

        const scale = before[0]!
        for (const [at, value] of after.entries()) {
          expect(Math.abs(value - before[at]!) / scale).toBeLessThan(1e-7)
        }
      }),
    )
  })

  it('is null next to a unit root', () => {
    const ar = Float64Array.of(1)

    expect(armaProcess({ ar, ma: NONE, seasonalAr: NONE, seasonalMa: NONE }, 1)).toBeNull()
  })
})

describe('freeNumbersOf', () => {
  it('undoes coefficientsAt', () => {
    const order: SarimaxOrder = { p: 1, d: 1, q: 2, P: 1, D: 1, Q: 1, s: 7 }
    const free = Float64Array.of(0.4, -0.9, 0.3, 1.5, -2)

    const again = freeNumbersOf(coefficientsAt(free, order)) ?? []

    for (const [at, number] of free.entries()) expect(again[at]).toBeCloseTo(number, 10)
  })
})

/** T P T' + R R', written out. */
function moved({ size, phi, load }: ArmaProcess, covariance: Float64Array): Float64Array {
  const move = (i: number, j: number) => (j === 0 ? phi[i]! : 0) + (j === i + 1 ? 1 : 0)
  const after = new Float64Array(size * size)
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j < size; j += 1) {
      let sum = load[i]! * load[j]!
      for (let k = 0; k < size; k += 1) {
        for (let l = 0; l < size; l += 1) sum += move(i, k) * covariance[k * size + l]! * move(j, l)
      }
      after[i * size + j] = sum
    }
  }
  return after
}
