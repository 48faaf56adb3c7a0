import { describe, expect, it } from 'vitest'
import { decimalsOf, rounded } from './decimals.ts'

describe('decimalsOf', () => {
  it.each([
    [[], 0],
    [[1, 20, null], 0],
    [[1.5, 0.25, -3.1], 2],
    [[1e-7], 7],
    [[2.5e-8], 9],
    [[1e21], 0],
  ])('of %j is %i', (figures, decimals) => {
    expect(decimalsOf(figures)).toBe(decimals)
  })
})

describe('rounded', () => {
  it.each([
    [1.23456789, 6, 1.234568],
    [2.0000004, 6, 2],
    [-0.1 - 0.2, 6, -0.3],
    [1e21, 6, 1e21],
    [1.5e-12, 3, 0],
    [1.5e-12, 130, 1.5e-12],
  ])('of %d to %i digits is %d', (figure, decimals, expected) => {
    expect(rounded(figure, decimals)).toBe(expected)
  })
})
