import { describe, expect, it } from 'vitest'
import { meanLoss } from './mean-loss.ts'

const distance = (value: number, guess: number) => Math.abs(value - guess)

describe('meanLoss', () => {
  it('averages over the steps where both are known', () => {
    expect(meanLoss([1, null, 5, 9], [2, 3, 2, null], distance)).toBe(2)
  })

  it('leaves out steps that are not to count', () => {
    const ofOthersThan0 = (value: number, guess: number) =>
      value === 0 ? null : distance(value, guess)

    expect(meanLoss([0, 4], [3, 6], ofOthersThan0)).toBe(2)
  })

  it('is null where no step counts', () => {
    expect(meanLoss([1], [2], () => null)).toBeNull()
    expect(meanLoss([1, 2], [], distance)).toBeNull()
  })
})
