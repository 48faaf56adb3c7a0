import { describe, expect, it } from 'vitest'
import { seasonalStrength } from './seasonal-strength.ts'

const WEEKLY = Array.from(
  { length: 120 },
  (_, t) => ((t * t * 37 + t * 11) % 101) / 10 + 3 * (t % 7) + 0.05 * t,
)
const NO_WEEK = Array.from({ length: 120 }, (_, t) => ((t * t * 37 + t * 11) % 101) / 10)

describe('seasonalStrength', () => {
  it('comes near that of stl(s.window = 13) of R 4.2.2', () => {
    expect(Math.abs(seasonalStrength(WEEKLY, 7) - 0.885)).toBeLessThan(0.05)
    expect(Math.abs(seasonalStrength(NO_WEEK, 7) - 0.215)).toBeLessThan(0.1)
  })

  it('is 1 where nothing but the season varies', () => {
    expect(seasonalStrength([1, 5, 1, 5, 1, 5, 1, 5], 2)).toBe(1)
  })

  it('hardly moves when a tenth of the figures is unknown', () => {
    const gapped = WEEKLY.map((value, t) => (t % 10 === 4 ? null : value))

    expect(Math.abs(seasonalStrength(gapped, 7) - seasonalStrength(WEEKLY, 7))).toBeLessThan(0.05)
  })

  it('is 0 where there is no season, too little or no change', () => {
    expect(seasonalStrength(WEEKLY, 1)).toBe(0)
    expect(seasonalStrength([1, 2, 3], 2)).toBe(0)
    expect(seasonalStrength(Array<number>(40).fill(5), 7)).toBe(0)
  })
})
