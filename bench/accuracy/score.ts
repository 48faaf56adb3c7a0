import { intervalOf } from '../../src/analytics/forecast/interval.ts'
import type { Figures } from '../../src/analytics/series.ts'
import { intervalCoverage } from '../../src/analytics/stats/interval-coverage.ts'
import { meanAbsoluteScaledError } from '../../src/analytics/stats/mean-absolute-scaled-error.ts'
import { symmetricPercentageError } from '../../src/analytics/stats/symmetric-percentage-error.ts'
import type { Expected } from './methods.ts'

/** How near a forecast came. */
export interface Score {
  /** In percent, 0 to 200. */
  readonly smape: number
  readonly mase: number
  /** Shares of what came that lay within intervals of 80 and 95 %; null where a method tells none. */
  readonly within80: number | null
  readonly within95: number | null
}

/** A series cut where its future begins. */
export interface Holdout {
  readonly history: Figures
  readonly actual: Figures
  readonly period: number
}

/** Cuts the last steps off; throws a RangeError where nothing is left. */
export function holdOut(values: Figures, period: number, horizon: number): Holdout {
  if (values.length <= horizon)
    throw new RangeError(`${values.length} figures, ${horizon} held out`)
  return { history: values.slice(0, -horizon), actual: values.slice(-horizon), period }
}

/** Scores what was expected by what came; throws a RangeError where it has nothing to be scored by. */
export function scoreOf({ mean, error }: Expected, { history, actual, period }: Holdout): Score {
  const smape = symmetricPercentageError(actual, mean)
  const mase = meanAbsoluteScaledError(actual, mean, { history, period })
  if (smape === null || mase === null) throw new RangeError('nothing came, or nothing ever changed')
  const within = (level: number) => {
    if (error === null) return null
    const { lower, upper } = intervalOf({ mean, error }, level)
    return intervalCoverage(actual, { lower, upper })
  }
  return { smape, mase, within80: within(80), within95: within(95) }
}
