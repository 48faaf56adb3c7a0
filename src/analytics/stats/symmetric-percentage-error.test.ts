import { describe, expect, it } from 'vitest'
import { symmetricPercentageError } from './symmetric-percentage-error.ts'

describe('symmetricPercentageError', () => {
  it('counts a forecast of 0 for a 0 as exact', () => {
    expect(symmetricPercentageError([10, 0], [12, 0])).toBeCloseTo(100 / 11, 12)
  })

  it('is 200 where one is 0 and the other is not', () => {
    expect(symmetricPercentageError([0, 5], [3, 0])).toBe(200)
  })

  it('is null where nothing is known', () => {
    expect(symmetricPercentageError([null], [1])).toBeNull()
  })
})
