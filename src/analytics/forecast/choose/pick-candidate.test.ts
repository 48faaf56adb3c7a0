import { describe, expect, it } from 'vitest'
import type { ModelName } from '../forecast-model.ts'
import { pickCandidate, strongerNaive } from './pick-candidate.ts'
import type { Candidate } from './score-candidates.ts'

const NAIVES = [candidate('naive', [1, 1, 1, 1]), candidate('seasonal-naive', [1.2, 1.2, 1.2, 1.2])]

describe('pickCandidate', () => {
  it('takes none where nothing beats both naive models', () => {
    expect(pickCandidate([...NAIVES, candidate('theta', [1.1, 1, 1.1, 1])])).toBeNull()
    expect(pickCandidate([...NAIVES, candidate('theta', [0.985, 0.985, 0.985, 0.985])])).toBeNull()
    expect(pickCandidate(NAIVES)).toBeNull()
  })

  it('keeps to the combination where a single model is better by a little', () => {
    const candidates = [
      ...NAIVES,
      candidate('theta', [0.79, 0.79, 0.79, 0.79]),
      candidate('combination', [0.8, 0.8, 0.8, 0.8]),
    ]

    expect(pickCandidate(candidates)?.model).toBe('combination')
  })

  it('keeps to the combination where a single model owes its lead to one fold', () => {
    const candidates = [
      ...NAIVES,
      candidate('theta', [0.1, 0.82, 0.82, 0.82]),
      candidate('combination', [0.8, 0.8, 0.8, 0.8]),
    ]

    expect(pickCandidate(candidates)?.model).toBe('combination')
  })

  it('takes the single model that is clearly better in most folds', () => {
    const candidates = [
      ...NAIVES,
      candidate('theta', [0.6, 0.6, 0.6, 0.9]),
      candidate('damped-ets', [0.5, 0.5, 0.5, 0.9]),
      candidate('combination', [0.8, 0.8, 0.8, 0.8]),
    ]

    expect(pickCandidate(candidates)?.model).toBe('damped-ets')
  })

  it('takes the simpler of two that tie', () => {
    const candidates = [
      ...NAIVES,
      candidate('theta', [0.5, 0.5]),
      candidate('damped-ets', [0.5, 0.5]),
    ]

    expect(pickCandidate(candidates)?.model).toBe('theta')
  })

  it('passes over a model that could not speak in every fold', () => {
    const silent = { ...candidate('theta', [0.1]), mase: null }

    expect(pickCandidate([...NAIVES, silent])).toBeNull()
  })
})

describe('strongerNaive', () => {
  const weekly = { values: Array.from({ length: 28 }, (_, day) => day % 7), shape: { period: 7 } }
  const climbing = { ...weekly, values: Array.from({ length: 28 }, (_, day) => day) }

  it('goes by the folds', () => {
    expect(strongerNaive(weekly, NAIVES)).toBe('naive')
  })

  it('goes without folds by how much the figures change over a season and over a step', () => {
    expect(strongerNaive(weekly, [])).toBe('seasonal-naive')
    expect(strongerNaive(climbing, [])).toBe('naive')
  })
})

function candidate(model: ModelName, mases: readonly number[]): Candidate {
  const nothing = { known: 1, size: 1, mae: 1, rmse: 1, mape: 1, smape: 1, coverage: 1 }
  return {
    model,
    errorScale: 1,
    mase: mases.reduce((sum, mase) => sum + mase, 0) / mases.length,
    folds: mases.map((mase, at) => ({ origin: 10 * at, steps: 1, ...nothing, mase })),
  }
}
