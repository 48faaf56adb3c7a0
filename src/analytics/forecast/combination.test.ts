import { describe, expect, it } from 'vitest'
import { combinationOf, combineFitted, combineOutlooks } from './combination.ts'
import { dampedEts } from './damped-ets.ts'
import deaths from './fixtures/accidental-deaths.json' with { type: 'json' }
import { naive } from './naive.ts'
import { theta } from './theta/theta.ts'

const SHAPE = { period: 12 }
const combination = combinationOf([theta, dampedEts])

describe('combineOutlooks', () => {
  it('averages means, and errors as those of members that err together', () => {
    const one = { mean: [10, 12], error: [1, 2] }
    const other = { mean: [20, 14], error: [3, 4] }

    expect(combineOutlooks([one, other])).toEqual({ mean: [15, 13], error: [2, 3] })
  })
})

describe('combinationOf', () => {
  it('lies halfway between its two members', () => {
    const [smooth, drifting, both] = [dampedEts, theta, combination].map((model) =>
      model.fit(deaths.values, SHAPE)?.ahead(5),
    )

    both?.mean.forEach((mean, step) => {
      expect(mean).toBeCloseTo(((smooth?.mean[step] ?? 0) + (drifting?.mean[step] ?? 0)) / 2, 8)
    })
    expect(both?.mean).toHaveLength(5)
  })

  it('says the same again from its members’ parameters, kept under their names', () => {
    const fitted = combination.fit(deaths.values, SHAPE)
    const again = combination.fit(deaths.values, SHAPE, fitted?.parameters)

    expect(Object.keys(fitted?.parameters ?? {})).toContain('damped-ets.alpha')
    fitted?.ahead(9).mean.forEach((mean, step) => {
      expect((again?.ahead(9).mean[step] ?? 0) / mean).toBeCloseTo(1, 4)
    })
  })

  it('keeps to the members that were there when its parameters were found', () => {
    const found = combination.fit(deaths.values, SHAPE)?.parameters
    const wider = combinationOf([naive, theta, dampedEts])
    const again = wider.fit(deaths.values, SHAPE, found)

    expect(again?.ahead(1).mean[0]).toBeCloseTo(
      combination.fit(deaths.values, SHAPE)?.ahead(1).mean[0] ?? 0,
      1,
    )
  })

  it('expects of a step what its members expect, once all of them can tell', () => {
    const expected = combination.fit([null, ...deaths.values], SHAPE)?.expected

    expect(expected?.[0]).toBeNull()
    expect(expected).toHaveLength(73)
  })

  it('is none where fewer than two members can be fitted', () => {
    expect(combination.fit([1, 2, 3, 4, 5], { period: 1 })).toBeNull()
    expect(combineFitted([])).toBeNull()
    expect(combinationOf([theta]).least(SHAPE)).toBe(Infinity)
  })
})
