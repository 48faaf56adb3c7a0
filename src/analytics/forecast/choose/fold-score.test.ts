import { describe, expect, it } from 'vitest'
import { scoreFold } from './fold-score.ts'

const SERIES = { values: [1, 2, 3, 4, 0, null, 8], shape: { period: 1 } }
const FOLD = { origin: 4, steps: 3 }

describe('scoreFold', () => {
  it('measures a forecast against what came', () => {
    const score = scoreFold(
      { mean: [1, 5, 10], error: [1, 1, 0.5] },
      { series: SERIES, fold: FOLD, level: 95 },
    )

    expect(score).toEqual({
      ...FOLD,
      known: 2,
      size: 4,
      mae: 1.5,
      rmse: Math.sqrt(2.5),
      mape: 25,
      smape: (200 + (200 * 2) / 18) / 2,
      mase: 1.5,
      coverage: 0.5,
    })
  })

  it('is null throughout where nothing came', () => {
    const series = { ...SERIES, values: [1, 2, 3, 4, null, null, null] }
    const score = scoreFold(
      { mean: [1, 1, 1], error: [1, 1, 1] },
      { series, fold: FOLD, level: 95 },
    )

    expect(score).toMatchObject({ known: 0, mae: null, mase: null, coverage: null })
  })
})
