import type { Figures } from '../series.ts'

/** The ways of looking ahead, by the name they are kept and shown under. */
export const MODEL_NAMES = [
  'naive',
  'seasonal-naive',
  'theta',
  'damped-ets',
  'sarimax',
  'combination',
] as const

export type ModelName = (typeof MODEL_NAMES)[number]

/** What a model is to know of a series besides its figures. */
export interface SeriesShape {
  /** Steps after which the same comes again: 7 for days of a week, 12 for months; 1 where nothing does. */
  readonly period: number
  /** Known causes beside the figures, one array for each, as long as the figures. */
  readonly regressors?: readonly (readonly number[])[]
}

/** What is expected of the steps to come, and how sure that is. */
export interface Outlook {
  readonly mean: readonly number[]
  /** Standard deviation of what will come about its mean, step by step; never negative. */
  readonly error: readonly number[]
}

/** What a model found, by name: orders, coefficients, variances. Enough to use it again without a search. */
export type Parameters = Readonly<Record<string, number>>

/** A model with its parameters found. */
export interface FittedModel {
  readonly parameters: Parameters
  /** What the model expected of each step knowing those before it; null where it could not tell yet. */
  readonly expected: Figures
  /** Looks `horizon` steps ahead; with regressors, their values on those steps are needed. */
  ahead(horizon: number, regressors?: readonly (readonly number[])[]): Outlook
}

/** A way of looking ahead. */
export interface ForecastModel {
  readonly name: ModelName
  /** How many known figures it needs at least. */
  least(shape: SeriesShape): number
  /**
   * Finds the parameters, or takes those that were found before; null where the figures do not determine
   * them. Gaps are passed over, never filled.
   */
  fit(values: Figures, shape: SeriesShape, found?: Parameters): FittedModel | null
}
