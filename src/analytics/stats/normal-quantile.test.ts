import { describe, expect, it } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

describe('normalQuantile', () => {
  it.each([
    [1e-300, -37.0470962993612],
    [1e-20, -9.2623400897984052],
    [1e-10, -6.3613409024040557],
    [0.001, -3.0902323061678132],
    [0.075, -1.4395314709384557],
    [0.2, -0.8416212335729142],
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.975, 1.9599639845400536],
    [0.995, 2.5758293035488999],
    [1 - 1e-10, 6.3613408896974208],
  ])('gives at %d what qnorm of R 4.2.2 gives', (p, expected) => {
    expect(normalQuantile(p)).toBeCloseTo(expected, 12)
  })

  it.each([0, 1, -0.1, 1.1, Number.NaN])('has no answer at %d', (p) => {
    expect(normalQuantile(p)).toBeNull()
  })
})
