import { describe, expect, it } from 'vitest'
import { AppError } from '../../lib/errors.ts'
import { addSummaries, faultOf, NO_STUDY, type SeriesFault, stateOfStudy } from './study-summary.ts'

const FAULT: SeriesFault = { source: 'pos', metric: 'sold', error: { bug: 'Error: lost' } }
const BROKEN = { ...NO_STUDY, series: 1, broken: 1, faults: [FAULT] }

describe('stateOfStudy', () => {
  it.each([
    [NO_STUDY, 'agreed'],
    [{ ...NO_STUDY, series: 2, chosen: 1, unknown: 1 }, 'agreed'],
    [{ ...BROKEN, series: 2, chosen: 1 }, 'differences'],
    [{ ...BROKEN, series: 2, unchanged: 1 }, 'differences'],
    [BROKEN, 'failed'],
  ])('of %j is %s', (summary, state) => {
    expect(stateOfStudy(summary)).toBe(state)
  })
})

describe('addSummaries', () => {
  it('adds every count, and tells twenty faults at most', () => {
    const many = Array.from({ length: 30 }).reduce<typeof NO_STUDY>(
      (sum) => addSummaries(sum, { ...BROKEN, anomalies: 2, newAnomalies: 1 }),
      NO_STUDY,
    )
    expect(many).toMatchObject({ series: 30, broken: 30, anomalies: 60, newAnomalies: 30 })
    expect(many.faults).toHaveLength(20)
  })
})

describe('faultOf', () => {
  it('names a failure by its code, and a bug as it was said', () => {
    const details = { source: 'pos', metric: 'sold' }
    expect(faultOf(new AppError('forecast.not-made', details))).toEqual({
      ...{ code: 'forecast.not-made', details },
    })
    expect(faultOf(new TypeError('x is not'))).toEqual({ bug: 'TypeError: x is not' })
  })
})
