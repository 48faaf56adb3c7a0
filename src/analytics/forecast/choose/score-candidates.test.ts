import { describe, expect, it } from 'vitest'
import type { ForecastModel, ModelName } from '../forecast-model.ts'
import { scoreCandidates } from './score-candidates.ts'

const SERIES = {
  values: [1, 2, 1, 2, 1, 2, 3, 3, null, null, 5, 5],
  shape: { period: 1 },
}
const FOLDS = [6, 8, 10].map((origin) => ({ origin, steps: 2 }))
const TRIAL = { series: SERIES, folds: FOLDS, level: 95 }

describe('scoreCandidates', () => {
  it('scores the combination by the mean of what its members said', () => {
    const members = [constant('theta', 2), constant('damped-ets', 6)]
    const scored = scoreCandidates([constant('naive', 0), ...members], members, TRIAL)

    expect(scored.map(({ model }) => model)).toEqual([
      ...['naive', 'theta', 'damped-ets', 'combination'],
    ])
    expect(scored[3]?.folds.map(({ mae }) => mae)).toEqual([1, null, 1])
  })

  it('leaves a fold without figures out of the mean', () => {
    const [only] = scoreCandidates([constant('theta', 2)], [], TRIAL)

    // Changes before the folds that tell are 1 and 6 / 7 on average.
    expect(only?.mase).toBeCloseTo((1 + 3 / (6 / 7)) / 2, 12)
  })

  it('gives no mean to a model that kept silent where another spoke', () => {
    const late = { ...constant('damped-ets', 2), least: () => 7 }
    const scored = scoreCandidates([constant('theta', 2), late], [], TRIAL)

    expect(scored.map(({ mase }) => mase === null)).toEqual([false, true])
    expect(scored[1]?.folds.map(({ origin }) => origin)).toEqual([8, 10])
  })

  it('tells coverage with what the other folds say of the errors', () => {
    const [only] = scoreCandidates([constant('theta', 4)], [], TRIAL)

    // Missed by 1 each time, with an error of 0.4 foretold: 2.5 to the one other fold that tells.
    const scale = Math.sqrt((2.5 ** 2 + 1) / 2)
    expect(only?.errorScale).toBeCloseTo(Math.sqrt((2 * 2.5 ** 2 + 1) / 3), 12)
    expect(1.96 * 0.4 * scale).toBeGreaterThan(1)
    expect(only?.folds.map(({ coverage }) => coverage)).toEqual([1, null, 1])
  })
})

/** Says one value for ever, with an error of 0.4. */
function constant(name: ModelName, value: number): ForecastModel {
  const steps = (horizon: number, each: number) => new Array<number>(horizon).fill(each)
  return {
    name,
    least: () => 1,
    fit: (values) => ({
      parameters: {},
      expected: values,
      ahead: (horizon) => ({ mean: steps(horizon, value), error: steps(horizon, 0.4) }),
    }),
  }
}
