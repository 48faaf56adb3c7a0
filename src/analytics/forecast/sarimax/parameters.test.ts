import { describe, expect, it } from 'vitest'
import { fitSarimax } from './fit-sarimax.ts'
import { modelOf, parametersOf } from './parameters.ts'
import { AIRLINE, LAKE_HURON } from './testing/published-series.ts'

describe('parametersOf', () => {
  it('names every part of a model', () => {
    const order = { p: 0, d: 1, q: 1, P: 0, D: 1, Q: 1, s: 12 }
    const names = Object.keys(parametersOf(fitSarimax(AIRLINE, order)!))

    expect(names.toSorted()).toEqual([
      ...['D', 'P', 'Q', 'aicc', 'count', 'd', 'logLikelihood', 'ma1', 'p', 'q', 's', 'sma1'],
      'variance',
    ])
  })

  it('is undone by modelOf', () => {
    const order = { p: 2, d: 0, q: 1, P: 0, D: 0, Q: 0, s: 1 }
    const options = { hasConstant: true, regressors: [LAKE_HURON.map((_, at) => at)] }
    const model = fitSarimax(LAKE_HURON, order, options)!

    expect(modelOf(parametersOf(model))).toEqual(model)
  })
})

describe('modelOf', () => {
  it('is null for what is no model', () => {
    const order = { p: 1, d: 0, q: 0, P: 0, D: 0, Q: 0, s: 1 }
    const found = { ...order, ar1: 0.5, variance: 2, logLikelihood: -9, aicc: 21, count: 30 }

    expect(modelOf(found)?.coefficients.ar[0]).toBe(0.5)
    expect(modelOf({})).toBeNull()
    expect(modelOf({ ...found, p: 1.5 })).toBeNull()
    expect(modelOf({ ...found, p: 2 })).toBeNull()
    expect(modelOf({ ...found, P: 1 })).toBeNull()
    expect(modelOf({ ...found, variance: 0 })).toBeNull()
  })
})
