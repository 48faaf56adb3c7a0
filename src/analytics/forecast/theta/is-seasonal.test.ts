import { describe, expect, it } from 'vitest'
import deaths from '../fixtures/accidental-deaths.json' with { type: 'json' }
import nile from '../fixtures/nile.json' with { type: 'json' }
import { isSeasonal } from './is-seasonal.ts'

describe('isSeasonal', () => {
  it('finds the months in accidental deaths', () => {
    expect(isSeasonal(deaths.values, 12)).toBe(true)
  })

  it('finds no week in the flow of the Nile', () => {
    expect(isSeasonal(nile.values, 7)).toBe(false)
  })

  it('needs more than two seasons of known figures', () => {
    const weekly = [1, 2, 3, 4, 5, 9, 9, 1, 2, 3, 4, 5, 9, 9]

    expect(isSeasonal(weekly, 7)).toBe(false)
    expect(isSeasonal([...weekly, ...weekly], 7)).toBe(true)
    expect(isSeasonal([...weekly, null, null, null], 7)).toBe(false)
  })

  it('finds none where figures never vary', () => {
    expect(isSeasonal(new Array<number>(40).fill(3), 7)).toBe(false)
  })
})
