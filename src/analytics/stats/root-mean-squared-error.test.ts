import { describe, expect, it } from 'vitest'
import { rootMeanSquaredError } from './root-mean-squared-error.ts'

describe('rootMeanSquaredError', () => {
  it('weighs one large error more than two small ones', () => {
    expect(rootMeanSquaredError([0, 0], [3, 4])).toBeCloseTo(Math.sqrt(12.5), 12)
  })

  it('leaves out steps where either is not known', () => {
    expect(rootMeanSquaredError([null, 5, 7], [9, null, 10])).toBe(3)
  })

  it('is null where nothing is known', () => {
    expect(rootMeanSquaredError([], [])).toBeNull()
  })
})
