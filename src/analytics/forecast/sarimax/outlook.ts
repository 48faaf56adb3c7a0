import type { Figures } from '../../series.ts'
import type { Outlook } from '../forecast-model.ts'
import { freeCount } from './arma/order.ts'
import { type ArmaProcess, armaProcess } from './arma/stationary-arma.ts'
import { emptyColumns } from './filter/columns.ts'
import { gapFilter, type StepPredictions } from './filter/gap-filter.ts'
import { standardise } from './filter/likelihood.ts'
import { constantAt, levelInConstant, type Observations } from './filter/observations.ts'
import { type Regression, regressInPlace, sharesGiven, varianceOfSum } from './filter/regression.ts'
import type { SarimaxModel } from './fit-sarimax.ts'

/** A model that has seen figures. */
export interface Lookout {
  /**
   * Of as many steps as there are figures; null on those that differencing used up and before. Figures unknown among
   * those are taken as all figures tell them.
   */
  readonly expected: Figures
  /** Standard error of what one more of each cause adds, the orders taken for given; null where figures do not tell. */
  readonly effectErrors: readonly (number | null)[]
  /** Steps to come; each cause begins with the first figure and reaches as far as is looked ahead. */
  ahead(horizon: number, causes: readonly (readonly number[])[]): Outlook
}

/** What a model is shown. */
export interface Shown {
  readonly model: SarimaxModel
  readonly observations: Observations
  /** How many figures there are, known or not. */
  readonly length: number
  readonly causes: readonly (readonly number[])[]
}

interface View extends Shown {
  readonly arma: ArmaProcess
  readonly regression: Regression
  /** Unknown starts, then what the model says of the constant and the regressors. */
  readonly shares: Float64Array
}

/** Lets a model look over figures; null where they cannot tell an unknown figure it starts from. */
export function lookOver(shown: Shown): Lookout | null {
  const { model, observations, length } = shown
  const arma = armaProcess(model.coefficients, model.order.s)
  if (!arma) return null
  const surprises = emptyColumns(observations.columns.count, observations.columns.length)
  const seen = gapFilter(arma, observations, observations.columns.length)
  standardise(observations, seen, surprises)
  const regression = regressInPlace(surprises)
  if (regression.isTold.slice(0, observations.unknownStarts).includes(false)) return null
  const view = { ...shown, arma, regression, shares: sharesGiven(regression, effectsOf(shown)) }
  return {
    expected: expectedOf(view, shown.causes),
    effectErrors: model.effects.map((_, at) => effectErrorOf(view, at)),
    ahead: (horizon, causes) => {
      const predictions = gapFilter(arma, observations, length - observations.skipped + horizon)
      const steps = Array.from({ length: horizon }, (_, at) => length + at)
      return {
        mean: steps.map((step) => meanOf(view, { predictions, step, causes })),
        error: steps.map((step) => errorOf(view, { predictions, step, causes })),
      }
    },
  }
}

function effectsOf({ model, observations }: Shown): number[] {
  if (model.constant === null) return [...model.effects]
  return [model.constant - levelInConstant(observations), ...model.effects]
}

function expectedOf(view: View, causes: Shown['causes']): Figures {
  const { observations, length, arma } = view
  const { skipped, shares } = observations
  const predictions = gapFilter(arma, observations, length - skipped)
  return Array.from({ length }, (_, step) =>
    step < skipped + shares.length ? null : meanOf(view, { predictions, step, causes }),
  )
}

interface Ahead {
  readonly predictions: StepPredictions
  /** Counted from the first figure, known or not. */
  readonly step: number
  readonly causes: Shown['causes']
}

function meanOf(view: View, ahead: Ahead): number {
  const { observations, shares } = view
  const { means } = ahead.predictions
  const own = (means.count - 1) * means.length + ahead.step - observations.skipped
  let mean = observations.level + (means.values[own] ?? 0)
  for (const [column, weight] of weightsOf(view, ahead).entries())
    mean += weight * (shares[column] ?? 0)
  return mean
}

/** The surprises still to come, and the doubt about unknown starts and about the effects. */
function errorOf(view: View, ahead: Ahead): number {
  const { model, observations, regression } = view
  const own = ahead.predictions.variances[ahead.step - observations.skipped] ?? 0
  return Math.sqrt(varianceOf(model) * (own + varianceOfSum(regression, weightsOf(view, ahead))))
}

/** Of the surprises, corrected for the number of coefficients. */
function varianceOf(model: SarimaxModel): number {
  const used = freeCount(model.order) + model.effects.length + (model.constant === null ? 0 : 1)
  return (model.variance * model.count) / Math.max(1, model.count - used)
}

function effectErrorOf({ model, observations, regression }: View, effect: number): number | null {
  const { unknownStarts, hasConstant } = observations
  const column = unknownStarts + (hasConstant ? 1 : 0) + effect
  if (!regression.isTold[column]) return null
  const weights = new Float64Array(regression.isTold.length - 1)
  weights[column] = 1
  return Math.sqrt(varianceOf(model) * varianceOfSum(regression, weights))
}

/** What of each column the filter could not foresee: how much its coefficient counts for the step. */
function weightsOf(
  { model, observations }: View,
  { predictions, step, causes }: Ahead,
): Float64Array {
  const { means } = predictions
  const { unknownStarts, hasConstant, skipped } = observations
  const at = step - skipped
  const weights = new Float64Array(means.count - 1)
  for (let column = 0; column < weights.length; column += 1) {
    const cause = column - unknownStarts - (hasConstant ? 1 : 0)
    let value = 0
    if (cause >= 0) value = causes[cause]?.[step] ?? 0
    else if (column >= unknownStarts) value = constantAt(at, model.order)
    weights[column] = value - (means.values[column * means.length + at] ?? 0)
  }
  return weights
}
