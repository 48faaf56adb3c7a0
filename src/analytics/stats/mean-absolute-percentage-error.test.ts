import { describe, expect, it } from 'vitest'
import { meanAbsolutePercentageError } from './mean-absolute-percentage-error.ts'

describe('meanAbsolutePercentageError', () => {
  it('leaves out days with 0', () => {
    expect(meanAbsolutePercentageError([10, 0, 20], [11, 5, 18])).toBeCloseTo(10, 12)
  })

  it('takes the size of what came, whatever its sign', () => {
    expect(meanAbsolutePercentageError([-10], [-11])).toBeCloseTo(10, 12)
  })

  it('is null where only days with 0 are known', () => {
    expect(meanAbsolutePercentageError([0, null], [1, 2])).toBeNull()
  })
})
