import type { Day } from '../../lib/day.ts'
import type { AnomalyReason } from './anomaly-reason.ts'

export type AnomalyMethod =
  | 'rolling-z'
  | 'seasonal-robust-z'
  | 'isolation-forest'
  | 'matrix-profile'

/** On which side of what was expected a figure lies. */
export type AnomalyDirection = 'high' | 'low'

/** A figure of a daily series that the days before it do not lead one to expect. */
export interface Anomaly {
  /** Its place in the series, from 0. */
  readonly index: number
  readonly day: Day
  readonly value: number
  /** What the method would have taken for ordinary on that day, in the unit of the series. */
  readonly expected: number
  /**
   * How odd it is, in the method's own measure: (robust) standard deviations with their sign, a forest's
   * score up to 1, or how far a week's shape is out. Null where there is nothing to measure it by.
   */
  readonly score: number | null
  readonly direction: AnomalyDirection
  readonly method: AnomalyMethod
  readonly why: AnomalyReason
}

/** What came of looking for anomalies in a series. */
export type AnomalyAnswer = AnomaliesJudged | TooFewFigures

export interface AnomaliesJudged {
  readonly kind: 'judged'
  /** By day, the earliest first. */
  readonly anomalies: readonly Anomaly[]
  /** Days of the asked range that were judged. */
  readonly judgedDays: number
  /** Days of it that have a figure and were not judged: too little before them, or a person spoke for them. */
  readonly unjudgedDays: number
}

/** No day of the range could be judged; nothing is flagged. `has` is below `needs`. */
export interface TooFewFigures {
  readonly kind: 'too-few'
  readonly has: number
  readonly needs: number
  /** What is counted: known days, or sub-sequences without a gap that could be compared. */
  readonly of: 'days' | 'sub-sequences'
}
