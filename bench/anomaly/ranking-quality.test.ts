import { describe, expect, it } from 'vitest'
import { rankingQuality } from './ranking-quality.ts'

describe('rankingQuality', () => {
  it('agrees with scikit-learn 1.2 (roc_auc_score), ties included', () => {
    const scores = [0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.2]
    expect(rankingQuality(scores, new Set([2, 3, 4]))).toBeCloseTo(0.6, 12)
  })

  it('is 1 where all planted come first, 0 where they come last, and a half where all are equal', () => {
    expect(rankingQuality([3, 4, 1, 2], new Set([0, 1]))).toBe(1)
    expect(rankingQuality([3, 4, 1, 2], new Set([2, 3]))).toBe(0)
    expect(rankingQuality([1, 1, 1, 1], new Set([2, 3]))).toBe(0.5)
  })

  it('refuses points that are all of one kind', () => {
    expect(() => rankingQuality([1, 2], new Set())).toThrow(RangeError)
  })
})
