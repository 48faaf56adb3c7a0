import { describe, expect, it } from 'vitest'
import { addDays } from '../../lib/day.ts'
import { coverageProjection } from './coverage-projection.ts'

/** Percentages of days one after another, from 2026-11-01 on. */
function days(...percents: readonly number[]) {
  return percents.map((percent, at) => ({ day: addDays('2026-11-01', at), percent }))
}

describe('coverageProjection', () => {
  it('goes on at the pace seen, from the newest day', () => {
    expect(coverageProjection(days(50, 51, 52, 53, 54, 55, 56))).toEqual({
      ...{ kind: 'projected', percent: 56, target: 95, perDay: 1, days: 39 },
      day: '2026-12-16',
    })
  })

  it('knows that days may be missing between two', () => {
    const kept = [0, 2, 4, 6, 8, 10, 12].map((at) => ({
      day: addDays('2026-11-01', at),
      percent: 50 + at,
    }))

    expect(coverageProjection(kept.toReversed())).toMatchObject({ perDay: 1, days: 33 })
  })

  it('is not misled by one day on which many were tagged at once', () => {
    expect(coverageProjection(days(50, 51, 52, 53, 54, 55, 80))).toMatchObject({
      ...{ kind: 'projected', percent: 80, perDay: 1, days: 15 },
    })
  })

  it.each([
    ['standing still', [60, 60, 60, 60, 60, 60, 60]],
    ['going back', [60, 59, 58, 57, 56, 55, 54]],
    ['a pace that takes more than ten years', [60, 60, 60, 60.001, 60.001, 60.001, 60.002]],
  ])('does not promise the target at %s', (_what, percents) => {
    expect(coverageProjection(days(...percents)).kind).toBe('not-at-this-pace')
  })

  it('says how many days it has and needs', () => {
    expect(coverageProjection(days(50, 51))).toEqual({
      ...{ kind: 'not-enough-days', percent: 51, target: 95, has: 2, needs: 7 },
    })
    expect(coverageProjection([])).toMatchObject({ kind: 'not-enough-days', percent: null, has: 0 })
  })

  it('says that the target is reached, even on the first day', () => {
    expect(coverageProjection(days(95))).toEqual({ kind: 'reached', percent: 95, target: 95 })
  })
})
