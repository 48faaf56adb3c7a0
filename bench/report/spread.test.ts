import { describe, expect, it } from 'vitest'
import { showSpread, spreadOf } from './spread.ts'

describe('spreadOf', () => {
  it('takes the middle of an odd number of values and between the two middles of an even one', () => {
    expect(spreadOf([30, 1, 2])).toEqual({ median: 2, min: 1, max: 30 })
    expect(showSpread(spreadOf([4, 1, 2, 10]), 1)).toBe('3.0 (1.0-10.0)')
  })

  it('refuses to speak of nothing', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured')
  })
})
