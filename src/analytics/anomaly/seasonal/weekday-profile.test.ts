import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { weekdayProfile } from './weekday-profile.ts'

const FIVE_WEEKS = [
  ...[91.2, null, 108.7, 105.1, 110.4, 82.3, 77.9],
  ...[101.5, 112.8, 117.3, 95.2, 118.8, null, 86.1],
  ...[99.4, 120.2, 121.9, 116.6, 188.3, 93.7, 90.8],
  ...[108.1, 131.5, 124.4, 127.2, 133.9, 101.6, 92.5],
  ...[117.7, 128.3, 139.1, null, 137.4, 104.2, 107.9],
]

describe('weekdayProfile', () => {
  it('expects what three sweeps of medpolish in R 4.2 lead to', () => {
    // The median of the newest seven known figures less their columns, and the first column: 117.55.
    // R goes through the columns from Monday, we from the newest day; a median does not mind.
    const profile = weekdayProfile(FIVE_WEEKS, 35, 5)
    expect(profile!.level + profile!.effect).toBeCloseTo(117.55, 10)
  })

  it('is not bent by an odd figure', () => {
    const straight = FIVE_WEEKS.map((value) => (value === 188.3 ? 127 : value))
    const bent = FIVE_WEEKS.map((value) => (value === 188.3 ? 1e6 : value))
    expect(weekdayProfile(bent, 35, 5)).toEqual(weekdayProfile(FIVE_WEEKS, 35, 5))
    const difference = weekdayProfile(bent, 35, 5)!.level - weekdayProfile(straight, 35, 5)!.level
    expect(Math.abs(difference)).toBeLessThan(3)
  })

  it('recovers a level and weekdays that are exact', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 7, maxLength: 7 }),
        fc.integer({ min: -1e6, max: 1e6 }),
        (weekdays, level) => {
          const figures = Array.from({ length: 28 }, (_, day) => level + weekdays[day % 7]!)
          const profile = weekdayProfile(figures, 28, 4)
          expect(profile!.level + profile!.effect).toBeCloseTo(figures[0]!, 6)
        },
      ),
    )
  })

  it('is a number for figures at both ends of what a number can be', () => {
    const most = Number.MAX_VALUE
    const figures = Array.from({ length: 28 }, (_, day) => (day % 2 === 0 ? most : -most))
    const profile = weekdayProfile(figures, 28, 4)
    expect(Number.isFinite(profile?.level)).toBe(true)
    expect(Number.isFinite(profile?.effect)).toBe(true)
  })

  it('is null where the weekday is known once only', () => {
    const workdays = Array.from({ length: 28 }, (_, day) => (day % 7 > 4 ? null : day))
    expect(weekdayProfile(workdays, 28, 4)).not.toBeNull()
    expect(weekdayProfile([...workdays, 1, 2, 3, 4, 5], 33, 4)).toBeNull()
  })
})
