import { describe, expect, it } from 'vitest'
import { intervalCoverage } from '../stats/interval-coverage.ts'
import { seededRandom } from '../stats/seeded-random.ts'
import { chooseModel } from './choose/choose-model.ts'
import { dampedEts } from './damped-ets.ts'
import deaths from './fixtures/accidental-deaths.json' with { type: 'json' }
import { intervalOf } from './interval.ts'
import { lookAhead } from './look-ahead.ts'
import { theta } from './theta/theta.ts'

const MODELS = [theta, dampedEts]
const SERIES = { values: deaths.values, shape: { period: 12 } }

describe('lookAhead', () => {
  it('looks as far as asked with what was chosen', () => {
    const choice = chooseModel(SERIES, { models: MODELS, horizon: 6 })
    if (choice.kind !== 'skilled') throw new Error('accidental deaths repeat by the month')

    const look = lookAhead({ kept: choice.kept, models: MODELS }, SERIES, { horizon: 12 })

    expect(look?.outlook.mean).toHaveLength(12)
    expect(look?.expected).toHaveLength(72)
    // What came in the first half of 1979, Brockwell and Davis (1991), example 9.2.1.
    const came = [7798, 7406, 8363, 8460, 9217, 9316]
    came.forEach((value, step) => {
      expect(Math.abs((look?.outlook.mean[step] ?? 0) / value - 1)).toBeLessThan(0.08)
    })
  })

  it('multiplies the errors by the scale that was kept', () => {
    const kept = { model: 'naive' as const, parameters: { variance: 4 }, errorScale: 1.5 }
    const series = { values: [0, 2, 4], shape: { period: 1 } }

    expect(lookAhead({ kept, models: [] }, series, { horizon: 1 })).toEqual({
      outlook: { mean: [4], error: [3] },
      expected: [null, 0, 2],
    })
  })

  it('is null where the model is not at hand', () => {
    const kept = { model: 'sarimax' as const, parameters: {}, errorScale: 1 }

    expect(lookAhead({ kept, models: MODELS }, SERIES, { horizon: 3 })).toBeNull()
  })

  it('covers about as much of what comes as the interval promises', () => {
    const inside = { 80: 0, 95: 0 }
    const seeds = Array.from({ length: 40 }, (_, seed) => seed)
    for (const seed of seeds) {
      const values = weeksOf(seed)
      const series = { values: values.slice(0, 150), shape: { period: 7 } }
      const choice = chooseModel(series, { models: MODELS, horizon: 14 })
      if (choice.kind === 'unknown') throw new Error('150 figures are known')

      const look = lookAhead({ kept: choice.kept, models: MODELS }, series, { horizon: 14 })
      for (const level of [80, 95] as const) {
        const bounds = intervalOf(look?.outlook ?? { mean: [], error: [] }, level)
        inside[level] += (intervalCoverage(values.slice(150), bounds) ?? 0) / seeds.length
      }
    }
    expect(Math.abs(inside[80] - 0.8)).toBeLessThan(0.07)
    expect(Math.abs(inside[95] - 0.95)).toBeLessThan(0.04)
  })
})

/** 164 days of a wandering level, a week and chance. */
function weeksOf(seed: number): number[] {
  const random = seededRandom(seed)
  const chance = () => Array.from({ length: 12 }, () => random.next()).reduce((a, b) => a + b, -6)
  let level = 200
  return Array.from({ length: 164 }, (_, day) => {
    level += chance()
    return level + 10 * Math.sin((2 * Math.PI * day) / 7) + 3 * chance()
  })
}
