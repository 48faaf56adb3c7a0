import { describe, expect, it } from 'vitest'
import { intervalCoverage } from './interval-coverage.ts'

describe('intervalCoverage', () => {
  it('counts the ends as inside', () => {
    const bounds = { lower: [4, 4, 4, 4], upper: [6, 6, 6, 6] }

    expect(intervalCoverage([4, 6, 3.9, 6.1], bounds)).toBe(0.5)
  })

  it('leaves out steps not known', () => {
    expect(intervalCoverage([null, 5], { lower: [0, 0], upper: [1, 9] })).toBe(1)
  })

  it('leaves out steps whose interval has no lower or no upper end', () => {
    expect(intervalCoverage([5, 5], { lower: [4], upper: [6, 6] })).toBe(1)
    expect(intervalCoverage([5, 5], { lower: [4, 4], upper: [6] })).toBe(1)
  })

  it('is null where nothing is known', () => {
    expect(intervalCoverage([null], { lower: [0], upper: [1] })).toBeNull()
  })
})
