import { describe, expect, it } from 'vitest'
import { differenceShares, seasonalProduct } from './lag-polynomial.ts'

describe('seasonalProduct', () => {
  it('multiplies a polynomial by one in whole seasons', () => {
    expect([...seasonalProduct([-0.4], [-0.6], 12)].map((a) => a || 0)).toEqual([
      ...[-0.4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -0.6, 0.24],
    ])
  })

  it('is the other factor where one is 1', () => {
    expect([...seasonalProduct([0.5, 0.1], [], 7)]).toEqual([0.5, 0.1])
    expect([...seasonalProduct([], [0.3], 2)]).toEqual([0, 0.3])
  })
})

describe('differenceShares', () => {
  it('takes nothing where nothing is differenced', () => {
    expect([...differenceShares({ d: 0, D: 0, s: 7 })]).toEqual([])
  })

  it('is 2 and -1 for two differences', () => {
    expect([...differenceShares({ d: 2, D: 0, s: 1 })]).toEqual([2, -1])
  })

  it('asks for the day before, the week before, and the day before that', () => {
    expect([...differenceShares({ d: 1, D: 1, s: 7 })]).toEqual([1, 0, 0, 0, 0, 0, 1, -1])
  })
})
