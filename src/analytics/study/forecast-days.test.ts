import { describe, expect, it } from 'vitest'
import { forecastDays } from './forecast-days.ts'

const model = { lastDay: '2026-02-27', mean: [1.5, 2.25, 10], error: [1, 2, 3], hasNegative: false }
const asked = { horizon: 2, level: 95, whole: false }

describe('forecastDays', () => {
  it('begins the day after the last one known and goes as far as is asked', () => {
    expect(forecastDays(model, asked).map(({ day }) => day)).toEqual(['2026-02-28', '2026-03-01'])
  })

  it('reaches 1.96 standard deviations to either side at 95 %', () => {
    const [, , third] = forecastDays(model, { ...asked, horizon: 3 })
    expect(third?.lower).toBeCloseTo(10 - 1.959_964 * 3, 5)
    expect(third?.upper).toBeCloseTo(10 + 1.959_964 * 3, 5)
  })

  it('goes below zero only where a figure of the history does', () => {
    expect(forecastDays(model, asked)[0]?.lower).toBe(0)
    expect(forecastDays({ ...model, hasNegative: true }, asked)[0]?.lower).toBeLessThan(0)
  })

  it('rounds the ends of whole figures outwards', () => {
    const [, second] = forecastDays({ ...model, hasNegative: true }, { ...asked, whole: true })
    expect(second).toMatchObject({ mean: 2, lower: -2, upper: 7 })
  })
})
