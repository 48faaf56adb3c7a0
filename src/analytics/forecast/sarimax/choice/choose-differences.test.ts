import { describe, expect, it } from 'vitest'
import { chooseDifferences } from './choose-differences.ts'

const noise = (t: number) => ((t * t * 37 + t * 11) % 101) / 10

describe('chooseDifferences', () => {
  it('leaves figures about a level as they are', () => {
    const figures = Array.from({ length: 200 }, (_, t) => noise(t))

    expect(chooseDifferences(figures, [], 7)).toEqual({ d: 0, D: 0 })
  })

  it('differences a trend once', () => {
    const figures = Array.from({ length: 200 }, (_, t) => noise(t) + t)

    expect(chooseDifferences(figures, [], 1)).toEqual({ d: 1, D: 0 })
  })

  it('differences a strong week away, gaps or none', () => {
    const figures = Array.from({ length: 200 }, (_, t) => noise(t) + 20 * (t % 7))
    const gapped = figures.map((value, t) => (t % 9 === 2 ? null : value))

    expect(chooseDifferences(figures, [], 7).D).toBe(1)
    expect(chooseDifferences(gapped, [], 7).D).toBe(1)
  })

  it('keeps a week of which one day is never known', () => {
    const figures = Array.from({ length: 200 }, (_, t) =>
      t % 7 === 6 ? null : noise(t) + 20 * (t % 7),
    )

    expect(chooseDifferences(figures, [], 7).D).toBe(0)
  })

  it('takes out what regressors explain first', () => {
    const cause = Array.from({ length: 200 }, (_, t) => t)
    const figures = cause.map((t) => noise(t) + 3 * t)

    expect(chooseDifferences(figures, [cause], 1)).toEqual({ d: 0, D: 0 })
  })
})
