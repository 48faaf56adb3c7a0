import { describe, expect, it } from 'vitest'
import { columnOf } from './columns.ts'
import { constantAt, observe } from './observations.ts'

const PLAIN = { d: 0, D: 0, s: 1 }
const sighting = { regressors: [], order: PLAIN, hasConstant: false }

describe('observe', () => {
  it('begins at the first known figure and ends at the last', () => {
    const seen = observe({ ...sighting, figures: [null, 3, null, 5, null] })!

    expect(seen.skipped).toBe(1)
    expect([...seen.isSeen]).toEqual([1, 0, 1])
    expect(seen.count).toBe(2)
    expect(seen.hasGaps).toBe(true)
  })

  it('lets a column stand for each unknown figure that differencing uses up', () => {
    const order = { d: 0, D: 1, s: 3 }
    const seen = observe({ ...sighting, order, figures: [4, null, 6, 5, 7, 8, 9] })!

    expect(seen.unknownStarts).toBe(1)
    expect([...columnOf(seen.columns, 0)]).toEqual([0, 1, 0, 0, 0, 0, 0])
    expect(seen.count).toBe(3)
  })

  it('differences all columns, the constant to 1', () => {
    const order = { d: 1, D: 1, s: 4 }
    const figures = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]
    const seen = observe({ ...sighting, order, hasConstant: true, figures })!

    expect(
      [...columnOf(seen.differenced, 0)].map((value) => Math.round(value * 1e9) / 1e9),
    ).toEqual([...[1, 1, 1, 1, 1]])
    const differences = [4, 5, 6, 7, 8, 9].slice(1)
    const wanted = differences.map(
      (t) => figures[t]! - figures[t - 1]! - figures[t - 4]! + figures[t - 5]!,
    )
    for (const [at, value] of columnOf(seen.differenced, 1).entries()) {
      expect(value).toBeCloseTo(wanted[at]!, 9)
    }
  })

  it('is null where differencing leaves nothing, or a figure is no number', () => {
    const order = { d: 1, D: 1, s: 4 }

    expect(observe({ ...sighting, order, figures: [1, 2, 3, 4, 5] })).toBeNull()
    expect(observe({ ...sighting, figures: [null, null] })).toBeNull()
    expect(observe({ ...sighting, figures: [1, Number.POSITIVE_INFINITY, 2] })).toBeNull()
    expect(observe({ ...sighting, regressors: [[1, Number.NaN]], figures: [1, 2] })).toBeNull()
  })
})

describe('constantAt', () => {
  it('is a power of the step', () => {
    expect(constantAt(5, PLAIN)).toBe(1)
    expect(constantAt(5, { d: 1, D: 0, s: 1 })).toBe(5)
    expect(constantAt(14, { d: 0, D: 1, s: 7 })).toBe(2)
    expect(constantAt(6, { d: 2, D: 0, s: 1 })).toBe(18)
  })
})
