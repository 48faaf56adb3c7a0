import { describe, expect, it } from 'vitest'
import { kpss } from './kpss.ts'

const FIGURES = Array.from(
  { length: 120 },
  (_, t) => ((t * t * 37 + t * 11) % 101) / 10 + 3 * (t % 7) + 0.05 * t,
)

describe('kpss', () => {
  it('agrees with kpss of statsmodels 0.13.5 at two lags', () => {
    const steps = FIGURES.slice(1).map((value, at) => value - FIGURES[at]!)

    expect(kpss(FIGURES)).toBeCloseTo(0.7423781447761817, 12)
    expect(kpss(steps)).toBeCloseTo(0.03432226233315551, 12)
  })

  it('is 0 for what does not vary, and for nothing', () => {
    expect(kpss([3, 3, 3])).toBe(0)
    expect(kpss([])).toBe(0)
  })
})
