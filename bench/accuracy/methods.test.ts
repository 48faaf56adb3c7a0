import { describe, expect, it } from 'vitest'
import { forecastAll, METHODS } from './methods.ts'

const PROFILE = [10, 12, 11, 13, 12, 4, 3]
const WOBBLE = [0.2, -0.1, 0.3, -0.4, 0.1, -0.2, 0, 0.4, -0.3, 0.2, -0.2]
const WEEKS = Array.from({ length: 140 }, (_, day) => {
  return (PROFILE[day % 7] ?? 0) + (WOBBLE[day % WOBBLE.length] ?? 0)
})

describe('forecastAll', () => {
  it('looks ahead in every way, all with errors but Naive2', () => {
    const { by } = forecastAll({ values: WEEKS, shape: { period: 7 } }, 14)

    for (const method of METHODS) {
      expect(by[method]?.mean).toHaveLength(14)
      expect(by[method]?.error?.length ?? null).toBe(method === 'naive-2' ? null : 14)
    }
  })

  it('gives what the chosen model expects as the automatic choice', () => {
    const { by, choice } = forecastAll({ values: WEEKS, shape: { period: 7 } }, 14)

    expect(choice.kind).not.toBe('unknown')
    if (choice.kind === 'unknown') return
    const found = by[METHODS.find((method) => method === choice.kept.model) ?? 'naive-2']
    for (const [step, mean] of (by.automatic?.mean ?? []).entries()) {
      expect(found?.mean[step]).toBeCloseTo(mean, 6)
      expect(found?.error?.[step]).toBeCloseTo(by.automatic?.error?.[step] ?? 0, 6)
    }
  })

  it('takes the last value for last season where there is no season', () => {
    const { by } = forecastAll({ values: WEEKS, shape: { period: 1 } }, 6)
    expect(by['seasonal-naive']).toEqual(by.naive)
  })
})
