import { regressorName } from '../forecast/regressors/regressor.ts'
import type { ShownModel } from './queries.ts'

/** A regressor as it is told with a forecast. */
export interface ToldRegressor {
  readonly name: string
  readonly kind: 'metric' | 'calendar' | 'given'
  /** What one more of it adds to a day; null where no model could tell. */
  readonly coefficient: number | null
  readonly standardError: number | null
  /** Days of the history on which it is not known, whose figures the model does not see. */
  readonly missing: number
  /** Whether the model that is shown heeds it: a naive one heeds none. */
  readonly isHeeded: boolean
}

/** What is named as moving a metric, with what it adds; none where nothing is named. */
export function toldRegressors({
  model,
  regressors,
}: Pick<ShownModel, 'model' | 'regressors'>): ToldRegressor[] {
  return (regressors ?? []).map(({ regressor, effect, missing }) => ({
    ...{ name: regressorName(regressor), kind: regressor.kind, missing },
    coefficient: effect?.coefficient ?? null,
    standardError: effect?.standardError ?? null,
    isHeeded: model === 'sarimax',
  }))
}
