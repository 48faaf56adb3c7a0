import type { AnomalyAnswer } from '../anomaly/anomaly.ts'
import { seasonalRobustZ } from '../anomaly/seasonal/seasonal-robust-z.ts'
import type { ShapedSeries } from '../forecast/choose/backtest.ts'
import { type Choice, chooseModel, type KeptModel } from '../forecast/choose/choose-model.ts'
import type { FoldScore } from '../forecast/choose/fold-score.ts'
import type { Candidate } from '../forecast/choose/score-candidates.ts'
import { dampedEts } from '../forecast/damped-ets.ts'
import type { ForecastModel, Outlook } from '../forecast/forecast-model.ts'
import { lookAhead, type Reach } from '../forecast/look-ahead.ts'
import type { Causes } from '../forecast/regressors/causes.ts'
import { type Reliability, reliabilityOf } from '../forecast/reliability.ts'
import { sarimax } from '../forecast/sarimax/sarimax.ts'
import { theta } from '../forecast/theta/theta.ts'
import type { DailySeries, Figures } from '../series.ts'

/** A series, and what of it is wanted; plain data, so that it can be sent to another thread. */
export interface StudyOrder {
  readonly series: DailySeries
  /** Places of the days that a person spoke for; see `AnomalyRequest`. */
  readonly exempt: readonly number[]
  /** From which place on days are judged. */
  readonly judgedFrom: number
  /** The model that served so far, whose parameters are used again; null to choose one. */
  readonly kept: KeptModel | null
  /** What is known to move the figures; absent where nobody named anything. */
  readonly causes?: Causes
  /** Whether it is only looked at for what is odd. */
  readonly isJudgedOnly?: boolean
}

/** What came of a study. */
export interface Study {
  readonly anomalies: AnomalyAnswer
  readonly forecast: StudiedForecast
}

export type StudiedForecast =
  /** Another model was chosen, or the same again. */
  | (Chosen & { readonly kind: 'chosen' })
  /** The model that served so far looked at the figures as they are now. */
  | { readonly kind: 'used-again'; readonly outlook: Outlook }
  /** Nobody wants one. */
  | { readonly kind: 'unasked' }
  /** No model at all can be fitted. */
  | { readonly kind: 'unknown'; readonly has: number; readonly needs: number }

/** A model that was chosen, what it expects, and how far it can be relied on. */
export interface Chosen {
  readonly kept: KeptModel
  /** Why a naive model is shown; null where the model beats the naive ones. */
  readonly lack: Lack | null
  readonly outlook: Outlook
  readonly candidates: readonly Candidate[]
  readonly reliability: Reliability
  /** Of the model that is shown. */
  readonly folds: readonly FoldScore[]
  /** What one more of each regressor adds, in their order; null where none is named or no model can tell. */
  readonly effects: readonly Effect[] | null
}

/** What one more of a regressor adds to the figures. */
export interface Effect {
  readonly coefficient: number
  /** Null where the figures do not tell. */
  readonly standardError: number | null
}

export interface Lack {
  readonly because: 'too-few' | 'not-better' | 'never-varies'
  readonly has: number
  readonly needs: number
}

/** How far is looked ahead at most, in days. */
export const LONGEST_HORIZON = 365
/** What a forecast is chosen for: far enough to plan by, near enough to be tried often. */
const CHOSEN_FOR = 28
/** Daily figures follow the week. */
export const WEEK = 7

/** The models that are tried beside the naive ones, simplest first. */
const MODELS: readonly ForecastModel[] = [theta, dampedEts, sarimax]

/** Looks at a daily series for what is odd, and for what is to come. */
export function studySeries(order: StudyOrder): Study {
  const { series, exempt, judgedFrom, isJudgedOnly = false } = order
  const range = { from: judgedFrom, to: series.values.length - 1 }
  const anomalies = seasonalRobustZ({ series, range, exempt: new Set(exempt) })
  return { anomalies, forecast: isJudgedOnly ? { kind: 'unasked' } : forecastOf(order) }
}

/** A series as models see it, and what is known of the days to come. */
interface Seen extends ShapedSeries {
  readonly models: readonly ForecastModel[]
  readonly reach: Reach
}

/** Days that a person spoke for are no rule for those to come: a model is not told of them. */
function forecastOf({ series, exempt, kept, causes }: StudyOrder): StudiedForecast {
  const unseen = new Set([...exempt, ...(causes?.hidden ?? [])])
  const values = series.values.map((value, place) => (unseen.has(place) ? null : value))
  const seen = seenWith(values, causes)
  const again = kept && outlookOf(kept, seen)
  if (again) return { kind: 'used-again', outlook: again }
  return chosenFrom(seen) ?? chosenFrom({ ...seen, models: [] }) ?? lost(series)
}

/** Where causes are named, the one model that heeds them is tried beside the naive ones. */
function seenWith(values: Figures, causes: Causes | undefined): Seen {
  if (!causes) {
    return { values, shape: { period: WEEK }, models: MODELS, reach: { horizon: LONGEST_HORIZON } }
  }
  return {
    ...{ values, shape: { period: WEEK, regressors: causes.known }, models: [sarimax] },
    reach: { horizon: causes.coming[0]?.length ?? 0, regressors: causes.coming },
  }
}

/** Null where the model that was chosen loses itself on all of the figures; then a naive one is left. */
function chosenFrom(seen: Seen): StudiedForecast | null {
  const choice = chooseModel(seen, { models: seen.models, horizon: CHOSEN_FOR })
  if (choice.kind === 'unknown') return choice
  const outlook = outlookOf(choice.kept, seen)
  return (
    outlook && { kind: 'chosen', ...chosenOf(choice), outlook, effects: effectsOf(choice, seen) }
  )
}

/** What a model expects; null where it cannot tell. */
function outlookOf(kept: KeptModel, { models, reach, ...shaped }: Seen): Outlook | null {
  const look = lookAhead({ kept, models }, shaped, reach)
  if (look === null) return null
  const { mean, error } = look.outlook
  return mean.every(Number.isFinite) && error.every(Number.isFinite) ? look.outlook : null
}

/** Also told where a naive model is shown: the figures may tell an effect that does not make a better forecast. */
function effectsOf(choice: Exclude<Choice, { kind: 'unknown' }>, seen: Seen): Effect[] | null {
  const { values, shape } = seen
  if (!shape.regressors) return null
  const { kept } = choice
  const found = kept.model === 'sarimax' ? kept.parameters : sarimax.fit(values, shape)?.parameters
  if (!found) return null
  return shape.regressors.map((_, at) => ({
    coefficient: found[`effect${at + 1}`] ?? 0,
    standardError: found[`effectError${at + 1}`] ?? null,
  }))
}

function lost({ first, values }: DailySeries): never {
  throw new Error(`no model can look ahead of ${values.length} days from ${first}`)
}

function chosenOf(
  choice: Exclude<Choice, { kind: 'unknown' }>,
): Omit<Chosen, 'outlook' | 'effects'> {
  const { kept, candidates } = choice
  const shown = candidates.find(({ model }) => model === kept.model)
  const lack = choice.kind === 'skilled' ? null : lackOf(choice)
  return { kept, lack, candidates, reliability: reliabilityOf(choice), folds: shown?.folds ?? [] }
}

function lackOf({ because, has, needs }: Lack): Lack {
  return { because, has, needs }
}
