import { describe, expect, it } from 'vitest'
import { percentChange } from './percent-change.ts'

describe('percentChange', () => {
  it.each([
    [1_007, 1_000, 0.7],
    [812, 800, 1.5],
    [0, 40, -100],
    [90, 30, 200],
    [3, 9, -66.7],
    [7, 7, 0],
  ])('from %i, as it was %i, is to one decimal', (current, previous, percent) => {
    expect(percentChange(current, previous)).toBe(percent)
  })

  it('is nothing that can be said when there was nothing before', () => {
    expect(percentChange(5, 0)).toBeNull()
    expect(percentChange(0, 0)).toBeNull()
  })

  it('rounds halves away from zero, upwards and downwards alike', () => {
    expect(percentChange(2_001, 2_000)).toBe(0.1)
    expect(percentChange(1_999, 2_000)).toBe(-0.1)
  })

  it('is zero, and no minus zero, for less than half a tenth', () => {
    expect(percentChange(99_999, 100_000)).toBe(0)
  })
})
