import { combineOutlooks } from '../combination.ts'
import type { ForecastModel, ModelName, Outlook } from '../forecast-model.ts'
import { actualOf, backtest, type ShapedSeries } from './backtest.ts'
import { errorScale, scaledErrors } from './error-scale.ts'
import { type FoldScore, scoreFold } from './fold-score.ts'
import type { Fold } from './folds.ts'

/** A model as it did in the folds. */
export interface Candidate {
  readonly model: ModelName
  readonly folds: readonly FoldScore[]
  /** Mean scaled error over the folds; null where it could not be told in every fold that can tell. */
  readonly mase: number | null
  /** What the errors it foretells are to be multiplied by. */
  readonly errorScale: number
}

/** What candidates are measured on. */
export interface Trial {
  readonly series: ShapedSeries
  readonly folds: readonly Fold[]
  /** Of the intervals, in percent. */
  readonly level: number
}

/** What a model said at each origin. */
interface Said {
  readonly model: ModelName
  readonly outlooks: readonly (Outlook | null)[]
}

/**
 * Runs every model over the folds, and the combination of `members` on what they said; in the order
 * given, the combination last.
 */
export function scoreCandidates(
  models: readonly ForecastModel[],
  members: readonly ForecastModel[],
  trial: Trial,
): Candidate[] {
  const records = models.map((model): Said => {
    return { model: model.name, outlooks: backtest(model, trial.series, trial.folds) }
  })
  const inside = records.filter(({ model }) => members.some((member) => member.name === model))
  const all = inside.length < 2 ? records : [...records, combined(inside, trial.folds)]
  const scored = all.map((record) => candidateOf(record, trial))
  const telling = trial.folds.map((_, at) =>
    scored.some(({ mases }) => (mases[at] ?? null) !== null),
  )
  return scored.map(({ mases, ...candidate }) => ({ ...candidate, mase: meanOver(mases, telling) }))
}

/** A fold is combined where two members at least spoke. */
function combined(members: readonly Said[], folds: readonly Fold[]): Said {
  const outlooks = folds.map((_, at) => {
    const spoken = members
      .map((member) => member.outlooks[at] ?? null)
      .filter((each) => each !== null)
    return spoken.length < 2 ? null : combineOutlooks(spoken)
  })
  return { model: 'combination', outlooks }
}

function candidateOf({ model, outlooks }: Said, { series, folds, level }: Trial) {
  const results = folds.map((fold, at) => {
    const outlook = outlooks[at] ?? null
    return outlook === null ? null : { fold, outlook, actual: actualOf(series, fold) }
  })
  const spoken = results.filter((result) => result !== null)
  const scores = results.map((result) => {
    if (result === null) return null
    // Coverage is told with what the other folds say of the errors, not with this one's own.
    const scale = errorScale(spoken.filter((other) => other !== result))
    return scoreFold(scaledErrors(result.outlook, scale), { series, fold: result.fold, level })
  })
  return {
    model,
    folds: scores.filter((score) => score !== null),
    errorScale: errorScale(spoken),
    mases: scores.map((score) => score?.mase ?? null),
  }
}

function meanOver(mases: readonly (number | null)[], telling: readonly boolean[]): number | null {
  const counted = mases.filter((_, at) => telling[at])
  const known = counted.filter((mase) => mase !== null)
  if (known.length < counted.length || known.length === 0) return null
  return known.reduce((sum, mase) => sum + mase, 0) / known.length
}
