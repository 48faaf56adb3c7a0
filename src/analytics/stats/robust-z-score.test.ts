import { describe, expect, it } from 'vitest'
import { robustZScore } from './robust-z-score.ts'

describe('robustZScore', () => {
  it('is the distance from the median in robust deviations, as R 4.2 has it: (9 - median(h)) / mad(h)', () => {
    expect(robustZScore(9, [4, 5, 5, 6, 7])).toBeCloseTo(2.697963, 6)
    expect(robustZScore(1, [4, 5, 5, 6, 7])).toBeCloseTo(-2.697963, 6)
  })

  it('is in units of the spread: 2 over a deviation of 10 is a tenth of 2 over one of 1', () => {
    expect(robustZScore(52, [30, 40, 50, 60, 70])).toBeCloseTo(2 / (1.4826 * 10), 12)
  })

  it('is null where half of the history is one value', () => {
    expect(robustZScore(9, [5, 5, 5, 8])).toBeNull()
  })
})
