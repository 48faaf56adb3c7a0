import { describe, expect, it } from 'vitest'
import { seasonalIndices, withoutSeason, withSeason } from './seasonal-indices.ts'

const BY_QUARTER = [-3, 4, 9, 1, -2, 5, 8, 2, -4, 6, 10, 0, -1, 5, 9, 3]
const BY_FIVE = [12, 15, 9, 7, 20, 14, 16, 10, 6, 22, 13, 18, 9, 8, 21, 15, 17, 12, 9, 24]

describe('seasonalIndices', () => {
  it('adds where figures are below 0, as decompose of R 4.2.2 does', () => {
    const { kind, phases } = seasonalIndices(Float64Array.from(BY_QUARTER), 4)

    expect(kind).toBe('added')
    expectAll(phases, [-5.6145833333333, 1.96875, 5.8854166666667, -2.2395833333333])
  })

  it('multiplies where all are above 0, as decompose of R does, with an even period', () => {
    const { kind, phases } = seasonalIndices(
      Float64Array.from(BY_QUARTER, (each) => each + 20),
      4,
    )

    expect(kind).toBe('multiplied')
    expectAll(phases, [0.75840843106896, 1.0838724694026, 1.25389884914399, 0.90382025038444])
  })

  it('multiplies with an odd period', () => {
    const { phases } = seasonalIndices(Float64Array.from(BY_FIVE), 5)

    expectAll(
      phases,
      [1.00974044552393, 1.21596260168016, 0.72052087786969, 0.51673317008997, 1.53704290483624],
    )
  })

  it('takes out what it brings back', () => {
    const values = Float64Array.from(BY_FIVE)
    const indices = seasonalIndices(values, 5)
    const back = withoutSeason(values, indices).map((value, step) =>
      withSeason(value, step, indices),
    )

    expectAll(Array.from(back), BY_FIVE)
  })

  it('stays near the season when figures are missing', () => {
    const holes = BY_QUARTER.map((value, step) => (step % 7 === 3 ? Number.NaN : value))
    const { phases } = seasonalIndices(Float64Array.from(holes), 4)
    const whole = seasonalIndices(Float64Array.from(BY_QUARTER), 4).phases

    phases.forEach((phase, at) => {
      expect(Math.abs(phase - (whole[at] ?? 0))).toBeLessThan(1.5)
    })
  })

  it('leaves a phase neutral that is never known', () => {
    const values = Float64Array.from(BY_QUARTER, (value, step) =>
      step % 4 === 2 ? Number.NaN : value,
    )
    const { phases } = seasonalIndices(values, 4)

    expect(phases.every(Number.isFinite)).toBe(true)
  })
})

function expectAll(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length)
  found.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 11)
  })
}
