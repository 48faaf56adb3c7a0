import type { ForestFeature } from './forest/forest-feature.ts'

/** Why a day was flagged: a code, with the figures a sentence about it needs, in the unit of the series. */
export type AnomalyReason =
  | FarFromRecentMean
  | ConstantHistoryChanged
  | FarFromWeekday
  | IsolatedByFeature
  | UnlikeEarlierShapes

/** The figure is `threshold` sample deviations or more from the mean of the days before it. */
export interface FarFromRecentMean {
  readonly kind: 'far-from-recent-mean'
  readonly mean: number
  readonly deviation: number
  /** Known days that the mean and the deviation are of. */
  readonly days: number
  readonly threshold: number
}

/** The days before are all one figure, and this day is another; how far cannot be measured in deviations. */
export interface ConstantHistoryChanged {
  readonly kind: 'constant-history-changed'
  readonly constant: number
  /** Known days that had that figure. */
  readonly days: number
}

/** The figure is far from the recent level with what this weekday usually adds to it. */
export interface FarFromWeekday {
  readonly kind: 'far-from-weekday'
  /** 0 for Sunday to 6 for Saturday. */
  readonly weekday: number
  /** The recent level, free of weekdays. */
  readonly level: number
  /** What this weekday usually adds to it. */
  readonly weekdayEffect: number
  /** One robust standard deviation of what was expected wrongly on the days before. */
  readonly spread: number
  /** Whether `spread` is the small-change floor, because the days before varied less than that. */
  readonly isFloor: boolean
  readonly threshold: number
}

/** Few random cuts part the day from the others; most of that is done by one feature. */
export interface IsolatedByFeature {
  readonly kind: 'isolated-by-feature'
  readonly feature: ForestFeature
  /** The feature on that day, and its median over all days the forest knows. */
  readonly value: number
  readonly typical: number
  /** Of the isolation, the share that is due to the feature, 0 to 1. */
  readonly share: number
  /** The score from which days are flagged. */
  readonly threshold: number
}

/** The days up to this one have a shape that none of the earlier sub-sequences comes near to. */
export interface UnlikeEarlierShapes {
  readonly kind: 'unlike-earlier-shapes'
  /** How many days, this one included. */
  readonly days: number
  /** Where the most similar earlier sub-sequence begins. */
  readonly nearestIndex: number
  /** z-normalised Euclidean distance to it, and what that distance usually is. */
  readonly distance: number
  readonly usualDistance: number
  /** Whether the days hardly vary at all, though earlier ones do. */
  readonly isFlat: boolean
  readonly threshold: number
}
