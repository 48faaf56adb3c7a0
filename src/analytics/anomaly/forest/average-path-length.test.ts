import { describe, expect, it } from 'vitest'
import { averagePathLength } from './average-path-length.ts'

describe('averagePathLength', () => {
  it('agrees with scikit-learn 1.2 (_average_path_length)', () => {
    const expected = [0, 1, 1.207392357589623, 3.748880484475504, 10.244770920119917]
    for (const [at, count] of [1, 2, 3, 10, 256].entries()) {
      expect(averagePathLength(count)).toBeCloseTo(expected[at]!, 12)
    }
    expect(averagePathLength(0)).toBe(0)
  })
})
