import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../stats/seeded-random.ts'
import { coefficientsAt } from './arma/stationary-arma.ts'
import { observe } from './filter/observations.ts'
import { starterOf } from './start-values.ts'

describe('starterOf', () => {
  it('comes near the coefficients a series was made with', () => {
    const random = seededRandom(11)
    const shocks = Array.from({ length: 800 }, () => random.next() + random.next() - 1)
    const figures: number[] = []
    for (const [t, shock] of shocks.entries()) {
      const weekBefore = shocks[t - 7] ?? 0
      figures.push(0.6 * (figures[t - 1] ?? 0) + shock + 0.5 * weekBefore)
    }
    const order = { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 1, s: 7 }
    const seen = observe({ figures, regressors: [], order, hasConstant: false })!

    const { ar, seasonalMa } = coefficientsAt(starterOf(seen, 7)(order), order)

    expect(Math.abs(ar[0]! - 0.6)).toBeLessThan(0.1)
    expect(Math.abs(seasonalMa[0]! - 0.5)).toBeLessThan(0.1)
  })

  it('gives numbers for any series, were it to explode', () => {
    const figures = Array.from({ length: 40 }, (_, t) => 1.5 ** t)
    const order = { p: 2, d: 0, q: 2, P: 0, D: 0, Q: 0, s: 1 }
    const seen = observe({ figures, regressors: [], order, hasConstant: false })!

    expect([...starterOf(seen, 1)(order)].every(Number.isFinite)).toBe(true)
  })
})
