import { describe, expect, it } from 'vitest'
import type { MeasuredSeries } from './measured-series.ts'
import { METHODS } from './methods.ts'
import type { Score } from './score.ts'
import { duelOf, summaryOf } from './summary.ts'
import { measured } from './testing/measured.ts'

const PLAIN: Score = { smape: 10, mase: 2, within80: 0.8, within95: 1 }
const one = (scores: Partial<MeasuredSeries['scores']>) => measured(PLAIN, { scores })

describe('summaryOf', () => {
  it('is 1 for what does as well as Naive2', () => {
    expect(METHODS.map((method) => summaryOf([one({})], method).owa)).toEqual(METHODS.map(() => 1))
  })

  it('takes the mean of the ratios of means, not of the ratios of series', () => {
    const found = summaryOf(
      [
        one({ theta: { ...PLAIN, smape: 5, mase: 1 } }),
        one({
          'naive-2': { ...PLAIN, smape: 30, mase: 4 },
          theta: { ...PLAIN, smape: 11, mase: 3 },
        }),
      ],
      'theta',
    )
    expect(found.smape).toBe(8)
    expect(found.mase).toBe(2)
    expect(found.owa).toBeCloseTo((8 / 20 + 2 / 3) / 2, 12)
  })

  it('takes the mean of the coverages that are told', () => {
    const untold = { ...PLAIN, within80: null, within95: null }
    const found = summaryOf([one({ theta: untold }), one({})], 'theta')
    expect([found.within80, found.within95]).toEqual([0.8, 1])
    expect(summaryOf([one({ theta: untold })], 'theta').within80).toBeNull()
  })

  it('refuses to tell of nothing', () => {
    expect(() => summaryOf([], 'theta')).toThrow(RangeError)
  })
})

describe('duelOf', () => {
  it('counts by MASE', () => {
    const better = one({ automatic: { ...PLAIN, mase: 1 } })
    const worse = one({ automatic: { ...PLAIN, mase: 3, smape: 1 } })
    const all = [better, better, worse, one({})]
    expect(duelOf(all, 'automatic', 'theta')).toEqual({ nearer: 2, even: 1 })
  })
})
