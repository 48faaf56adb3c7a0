import type { Figures } from '../../series.ts'
import { intervalCoverage } from '../../stats/interval-coverage.ts'
import { meanAbsoluteError } from '../../stats/mean-absolute-error.ts'
import { meanAbsolutePercentageError } from '../../stats/mean-absolute-percentage-error.ts'
import { meanAbsoluteScaledError } from '../../stats/mean-absolute-scaled-error.ts'
import { rootMeanSquaredError } from '../../stats/root-mean-squared-error.ts'
import { symmetricPercentageError } from '../../stats/symmetric-percentage-error.ts'
import type { Outlook } from '../forecast-model.ts'
import { intervalOf } from '../interval.ts'
import { actualOf, type ShapedSeries } from './backtest.ts'
import type { Fold } from './folds.ts'

/** How a forecast did in one fold; null where the fold gives nothing to reckon it from. */
export interface FoldScore extends Fold {
  /** How many of its figures are known. */
  readonly known: number
  /** The mean size of those figures, whatever their sign. */
  readonly size: number | null
  readonly mae: number | null
  readonly rmse: number | null
  readonly mape: number | null
  readonly smape: number | null
  readonly mase: number | null
  /** Share of the figures within the interval, from 0 to 1. */
  readonly coverage: number | null
}

/** What a fold is judged by. */
export interface FoldJudgement {
  readonly series: ShapedSeries
  readonly fold: Fold
  /** Of the intervals, in percent. */
  readonly level: number
}

/** Measures a forecast of a fold against what came. */
export function scoreFold(outlook: Outlook, { series, fold, level }: FoldJudgement): FoldScore {
  const actual = actualOf(series, fold)
  const { mean } = outlook
  return {
    ...fold,
    known: actual.filter((value) => value !== null).length,
    size: meanAbsoluteError(
      actual,
      actual.map(() => 0),
    ),
    mae: meanAbsoluteError(actual, mean),
    rmse: rootMeanSquaredError(actual, mean),
    mape: meanAbsolutePercentageError(actual, mean),
    smape: symmetricPercentageError(actual, mean),
    mase: meanAbsoluteScaledError(actual, mean, yardstickOf(series, fold)),
    coverage: intervalCoverage(actual, intervalOf(outlook, level)),
  }
}

function yardstickOf({ values, shape }: ShapedSeries, { origin }: Fold) {
  const history: Figures = values.slice(0, origin)
  return { history, period: shape.period }
}
