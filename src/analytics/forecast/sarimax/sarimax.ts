import type { Figures } from '../../series.ts'
import type {
  FittedModel,
  ForecastModel,
  Outlook,
  Parameters,
  SeriesShape,
} from '../forecast-model.ts'
import { searchOrder } from './choice/search-order.ts'
import { observe } from './filter/observations.ts'
import type { SarimaxModel } from './fit-sarimax.ts'
import { type Lookout, lookOver } from './outlook.ts'
import { modelOf, parametersOf } from './parameters.ts'

/** A longer season is passed over: a state would have to hold all of it. */
const LONGEST_SEASON = 53
const FEWEST_FIGURES = 12

/**
 * Seasonal autoregression and moving average of the differenced figures, with regressors: Box, Jenkins and Reinsel
 * (1994), by exact Gaussian likelihood, its order found by AICc. Errors count the doubt about constant and effects
 * besides the surprises to come, whose variance is corrected for the number of coefficients.
 */
export const sarimax: ForecastModel = {
  name: 'sarimax',
  least: (shape) => {
    const period = seasonOf(shape)
    const seasons = period === 1 ? 0 : 2 * period + 8
    return Math.max(FEWEST_FIGURES, seasons) + (shape.regressors?.length ?? 0)
  },
  fit: (values, shape, found) => {
    if (shape.regressors?.some((regressor) => regressor.length !== values.length)) return null
    const model = found ? modelOf(found) : search(values, shape)
    return model && fitted(model, values, shape)
  },
}

function search(figures: Figures, shape: SeriesShape): SarimaxModel | null {
  const known = figures.filter((value) => value !== null).length
  if (known < sarimax.least(shape)) return null
  return searchOrder({ figures, regressors: shape.regressors ?? [], period: seasonOf(shape) })
}

function seasonOf({ period }: SeriesShape): number {
  return Number.isInteger(period) && period > 1 && period <= LONGEST_SEASON ? period : 1
}

function fitted(model: SarimaxModel, figures: Figures, shape: SeriesShape): FittedModel | null {
  const regressors = shape.regressors ?? []
  if (regressors.length !== model.effects.length) return null
  const { order } = model
  const observations = observe({ figures, regressors, order, hasConstant: model.constant !== null })
  const length = figures.length
  const lookout = observations && lookOver({ model, observations, length, causes: regressors })
  if (!lookout) return null
  return {
    parameters: { ...parametersOf(model), ...effectErrorsOf(lookout) },
    expected: lookout.expected,
    ahead: (horizon, coming = []) => lookAhead(lookout, { horizon, regressors, coming }),
  }
}

/** `effectError1` and on, beside the effects; left out where the figures do not tell. */
function effectErrorsOf({ effectErrors }: Lookout): Parameters {
  const named = effectErrors.map((error, at) => [`effectError${at + 1}`, error] as const)
  return Object.fromEntries(
    named.flatMap(([name, error]) => (error === null ? [] : [[name, error]])),
  )
}

interface Asked {
  readonly horizon: number
  readonly regressors: readonly (readonly number[])[]
  readonly coming: readonly (readonly number[])[]
}

/** Throws a `RangeError` where a regressor is not known as far as is looked ahead. */
function lookAhead(lookout: Lookout, { horizon, regressors, coming }: Asked): Outlook {
  const causes = regressors.map((known, at) => [...known, ...(coming[at] ?? [])])
  for (const [at, known] of regressors.entries()) {
    const future = causes[at]?.slice(known.length, known.length + horizon) ?? []
    if (future.length === horizon && future.every(Number.isFinite)) continue
    throw new RangeError(`regressor ${at + 1} is not known for ${horizon} steps to come`)
  }
  return lookout.ahead(horizon, causes)
}
