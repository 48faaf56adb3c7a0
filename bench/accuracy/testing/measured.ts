import type { MeasuredSeries } from '../measured-series.ts'
import type { Score } from '../score.ts'

/** A series on which every method did equally, but for what is said otherwise. */
export function measured(
  score: Score,
  {
    scores,
    ...rest
  }: Partial<Omit<MeasuredSeries, 'scores'>> & {
    readonly scores?: Partial<MeasuredSeries['scores']>
  } = {},
): MeasuredSeries {
  return {
    series: {
      ...{ name: 'gas', values: [1, 2, 3, null], source: 'box 1', licence: 'A | B' },
      ...{ origin: 'the gas board', frequency: { name: 'monthly', period: 12, horizon: 18 } },
    },
    scores: {
      ...{ naive: score, 'seasonal-naive': score, 'naive-2': score, theta: score },
      ...{ 'damped-ets': score, sarimax: score, combination: score, automatic: score },
      ...scores,
    },
    ...{ stoodIn: [], chosen: 'combination', skilled: true, wild: [] },
    ...rest,
  }
}
