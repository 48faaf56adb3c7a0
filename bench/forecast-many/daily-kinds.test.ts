import { describe, expect, it } from 'vitest'
import { DAYS, KINDS, kindOf, makeDaily } from './daily-kinds.ts'

describe('makeDaily', () => {
  it('makes the same two years of a number each time, and others of another', () => {
    expect(makeDaily(3)).toEqual(makeDaily(3))
    expect(makeDaily(3)).not.toEqual(makeDaily(3 + KINDS.length))
    expect(makeDaily(3)).toHaveLength(DAYS)
  })

  it('makes no figure below 0 or that is no number', () => {
    for (let number = 0; number < 10 * KINDS.length; number += 1) {
      const known = makeDaily(number).filter((value) => value !== null)
      expect(known.every((value) => Number.isFinite(value) && value >= 0)).toBe(true)
    }
  })

  it('leaves out one day in twenty of the kind with gaps, and none of another', () => {
    const missing = (number: number) => makeDaily(number).filter((value) => value === null).length
    const at = KINDS.indexOf('gaps')
    expect(missing(at)).toBeGreaterThan(DAYS * 0.025)
    expect(missing(at)).toBeLessThan(DAYS * 0.075)
    for (const [number, kind] of KINDS.entries()) {
      if (kind !== 'gaps') expect(missing(number)).toBe(0)
    }
  })

  it('has nothing on most days of the kind that is wanted now and then', () => {
    const figures = makeDaily(KINDS.indexOf('intermittent'))
    expect(figures.filter((value) => value === 0).length).toBeGreaterThan(DAYS / 2)
  })
})

describe('kindOf', () => {
  it('takes the kinds in turn', () => {
    expect(KINDS.map((_, number) => kindOf(number + KINDS.length))).toEqual(KINDS)
  })
})
