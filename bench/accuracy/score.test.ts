import { describe, expect, it } from 'vitest'
import { holdOut, scoreOf } from './score.ts'

describe('holdOut', () => {
  it('cuts the end off', () => {
    const cut = holdOut([1, null, 3, 4], 1, 2)
    expect(cut).toEqual({ history: [1, null], actual: [3, 4], period: 1 })
  })

  it('refuses to hold out everything', () => {
    expect(() => holdOut([1, 2], 1, 2)).toThrow(RangeError)
  })
})

describe('scoreOf', () => {
  const holdout = { history: [10, 12, 10, 12], actual: [12, null, 8], period: 1 }

  it('measures what was expected by what came, gaps left out', () => {
    const score = scoreOf({ mean: [10, 99, 10], error: [1, 1, 2] }, holdout)

    expect(score.smape).toBeCloseTo((100 * (2 / 11 + 2 / 9)) / 2, 12)
    expect(score.mase).toBe(1)
  })

  it('counts what lies within 80 and 95 %', () => {
    // 2 lies beyond 1.28 of 1.2 and within 1.96 of it; of 0.9 it lies beyond both.
    const score = scoreOf({ mean: [10, 99, 10], error: [1.2, 1, 0.9] }, holdout)
    expect([score.within80, score.within95]).toEqual([0, 0.5])
  })

  it('tells no coverage without errors', () => {
    const score = scoreOf({ mean: [10, 99, 10], error: null }, holdout)
    expect([score.within80, score.within95]).toEqual([null, null])
  })

  it('refuses what it cannot be scored by', () => {
    const never = { history: [5, 5, 5], actual: [5], period: 1 }
    expect(() => scoreOf({ mean: [5], error: null }, never)).toThrow(RangeError)
  })
})
