import { describe, expect, it } from 'vitest'
import { meanAbsoluteError } from './mean-absolute-error.ts'

describe('meanAbsoluteError', () => {
  it('averages the sizes of the errors', () => {
    expect(meanAbsoluteError([10, 12, 9], [11, 10, 9])).toBe(1)
  })

  it('leaves out steps where either is not known', () => {
    expect(meanAbsoluteError([10, null, 12], [11, 4, null])).toBe(1)
  })

  it('is null where nothing is known', () => {
    expect(meanAbsoluteError([null], [1])).toBeNull()
  })
})
