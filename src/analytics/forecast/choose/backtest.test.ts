import { describe, expect, it } from 'vitest'
import type { Figures } from '../../series.ts'
import type { ForecastModel, Parameters } from '../forecast-model.ts'
import { actualOf, backtest } from './backtest.ts'

const FOLDS = [
  { origin: 4, steps: 2 },
  { origin: 6, steps: 2 },
]

describe('backtest', () => {
  it('shows a model only what came before the origin', () => {
    const seen: number[] = []
    const model = spy((values) => seen.push(values.length))

    backtest(model, { values: [1, 2, 3, 4, 5, 6, 7, 8], shape: { period: 1 } }, FOLDS)

    expect(seen).toEqual([4, 6])
  })

  it('uses parameters again until a quarter more figures are known', () => {
    const found: boolean[] = []
    const model = spy((_, parameters) => found.push(parameters !== undefined))
    const values = Array.from({ length: 140 }, (_, day) => day)
    const folds = [100, 110, 120, 125, 130].map((origin) => ({ origin, steps: 10 }))

    backtest(model, { values, shape: { period: 1 } }, folds)

    expect(found).toEqual([false, true, true, false, true])
  })

  it('hands over the regressors of the steps ahead', () => {
    const model: ForecastModel = {
      ...spy(() => 0),
      fit: (_, { regressors }) => ({
        parameters: {},
        expected: [],
        ahead: (horizon, ahead) => ({
          mean: ahead?.[0] ? [...ahead[0]] : [],
          error: [regressors?.[0]?.length ?? 0, horizon],
        }),
      }),
    }
    const shape = { period: 1, regressors: [[0, 1, 2, 3, 4, 5, 6, 7]] }

    expect(backtest(model, { values: [1, 2, 3, 4, 5, 6, 7, 8], shape }, FOLDS)).toEqual([
      { mean: [4, 5], error: [4, 2] },
      { mean: [6, 7], error: [6, 2] },
    ])
  })

  it('says nothing where the model has too few figures or loses itself', () => {
    const lost = { ...spy(() => 0), least: () => 5 }
    const nonsense: ForecastModel = {
      ...spy(() => 0),
      fit: () => ({
        parameters: {},
        expected: [],
        ahead: () => ({ mean: [Number.NaN], error: [1] }),
      }),
    }
    const series = { values: [1, 2, 3, 4, 5, 6, 7, 8], shape: { period: 1 } }

    expect(backtest(lost, series, FOLDS).map((outlook) => outlook === null)).toEqual([true, false])
    expect(backtest(nonsense, series, FOLDS)).toEqual([null, null])
  })
})

describe('actualOf', () => {
  it('gives the figures of the fold', () => {
    const series = { values: [1, 2, 3, 4, null, 6], shape: { period: 1 } }

    expect(actualOf(series, { origin: 3, steps: 2 })).toEqual([4, null])
  })
})

/** A model that says 0 and tells what it was given. */
function spy(told: (values: Figures, found?: Parameters) => unknown): ForecastModel {
  return {
    name: 'theta',
    least: () => 1,
    fit: (values, _, found) => {
      told(values, found)
      const zeros = (horizon: number) => new Array<number>(horizon).fill(0)
      return {
        parameters: { any: 1 },
        expected: [],
        ahead: (horizon) => ({ mean: zeros(horizon), error: zeros(horizon) }),
      }
    },
  }
}
