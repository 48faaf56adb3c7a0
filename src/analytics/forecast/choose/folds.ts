import type { Figures } from '../../series.ts'
import type { SeriesShape } from '../forecast-model.ts'

/** A look back: what was known up to an origin, to be forecast from there. */
export interface Fold {
  /** How many steps come before it. */
  readonly origin: number
  /** How many steps it looks ahead. */
  readonly steps: number
}

/** Folds laid over a series, or how many known figures there are and are needed for them. */
export type Folds =
  | { readonly kind: 'folds'; readonly folds: readonly Fold[]; readonly needs: number }
  | { readonly kind: 'too-few'; readonly has: number; readonly needs: number }

/** How folds are wished for. */
export interface FoldPlan {
  readonly shape: SeriesShape
  readonly horizon: number
  readonly folds: number
}

/** Fewer folds than these tell luck from skill too badly to choose by. */
const LEAST_FOLDS = 4
/** A fold need not be longer than this many steps to count, however far the forecast shall look. */
const SHORTEST_FOLD = 7
/** At most this share of the steps is looked back at; the rest is there to learn from at every origin. */
const TESTED_SHARE = 0.5

/**
 * Folds one after another up to the end of the series, each as long as the horizon: rolling origin, as
 * in Tashman (2000). Where the figures are few, folds become shorter first, then four; with less than
 * that there are none. The first origin has four seasons behind it, or 28 figures or two seasons.
 */
export function layFolds(values: Figures, plan: FoldPlan): Folds {
  const has = values.filter((value) => value !== null).length
  const training = leastTraining(plan.shape.period)
  const shortest = Math.min(plan.horizon, SHORTEST_FOLD)
  const needs = training + LEAST_FOLDS * shortest
  const first = values.findIndex((value) => value !== null)
  if (has < needs) return { kind: 'too-few', has, needs }

  const span = values.length - first
  const wished = Math.max(LEAST_FOLDS, plan.folds)
  const count = Math.min(wished, Math.floor((span - training) / shortest))
  const room = Math.min(span - training, Math.max(count * shortest, span * TESTED_SHARE))
  const steps = Math.max(1, Math.min(plan.horizon, Math.floor(room / count)))
  const origins = Array.from({ length: count }, (_, at) => values.length - (count - at) * steps)
  return { kind: 'folds', folds: origins.map((origin) => ({ origin, steps })), needs }
}

/** Known figures that come before the first origin at least. */
export function leastTraining(period: number): number {
  return Math.max(2 * period + 2, Math.min(4 * period, 28), 12)
}
