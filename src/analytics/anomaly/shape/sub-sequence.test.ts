import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SubSequence, shapeDistance, subSequenceAt } from './sub-sequence.ts'

const EXACT = { smallChange: 0, smallChangeShare: 0 }
const FIGURES = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), {
  minLength: 7,
  maxLength: 7,
})

function weekOf(figures: readonly (number | null)[], smallChange = EXACT): SubSequence | null {
  return subSequenceAt(figures, { start: 0, length: figures.length }, smallChange)
}

describe('subSequenceAt', () => {
  it('is null where a day is not known', () => {
    expect(weekOf([1, 2, 3, null, 5, 6, 7])).toBeNull()
    expect(subSequenceAt([1, 2, 3], { start: 1, length: 4 }, EXACT)).toBeNull()
    expect(subSequenceAt([1, 2, 3, 4], { start: -1, length: 4 }, EXACT)).toBeNull()
  })

  it('has no shape where it varies by less than a small change', () => {
    const counts = [600, 601, 600, 602, 600, 600, 611]
    expect(weekOf(counts, { smallChange: 2, smallChangeShare: 0.02 })?.shape).toBeNull()
    expect(weekOf(counts)?.shape).not.toBeNull()
  })
})

describe('shapeDistance', () => {
  it('is 0 for a shape at any level and of any size, and largest upside down', () => {
    const week = weekOf([1, 2, 4, 3, 5, 0, 0])!
    const larger = weekOf([110, 120, 140, 130, 150, 100, 100])!
    const turned = weekOf([-1, -2, -4, -3, -5, 0, 0])!
    expect(shapeDistance(week, larger)).toBeCloseTo(0, 6)
    expect(shapeDistance(week, turned)).toBeCloseTo(2 * Math.sqrt(7), 6)
  })

  it('is 0 between two that are flat, and as for no correlation between one and another', () => {
    const flat = weekOf([3, 3, 3, 3, 3, 3, 3])!
    const other = weekOf([8, 8, 8, 8, 8, 8, 8])!
    const week = weekOf([1, 2, 4, 3, 5, 0, 0])!
    expect(shapeDistance(flat, other)).toBe(0)
    expect(shapeDistance(flat, week)).toBeCloseTo(Math.sqrt(14), 12)
  })

  it('is the same both ways and between its ends, whatever the figures', () => {
    fc.assert(
      fc.property(FIGURES, FIGURES, (one, other) => {
        const distance = shapeDistance(weekOf(one)!, weekOf(other)!)
        expect(distance).toBe(shapeDistance(weekOf(other)!, weekOf(one)!))
        expect(distance).toBeGreaterThanOrEqual(0)
        expect(distance).toBeLessThanOrEqual(2 * Math.sqrt(7))
      }),
    )
  })
})
