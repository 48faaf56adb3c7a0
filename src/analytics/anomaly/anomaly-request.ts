import type { DailySeries, Figures } from '../series.ts'
import type { AnomalyDirection } from './anomaly.ts'
import { isKnown } from './known-figure.ts'

/** A series to be looked at, and what of it is asked. */
export interface AnomalyRequest {
  readonly series: DailySeries
  /** The days that are judged, all unless given; what lies before them still serves as history. */
  readonly range?: IndexRange
  /** Days that a person called expected or no anomaly: no baseline has them, and none is reported. */
  readonly exempt?: ReadonlySet<number>
  /** Which side is reported, both unless given. */
  readonly direction?: AnomalyDirection | 'both'
}

/** Places in a series, both ends included; what lies outside the series is empty. */
export interface IndexRange {
  readonly from: number
  readonly to: number
}

/** The part of the asked range that the series has. `to` is below `from` where that is none. */
export function rangeOf({ series, range }: AnomalyRequest): IndexRange {
  const last = series.values.length - 1
  return { from: Math.max(range?.from ?? 0, 0), to: Math.min(range?.to ?? last, last) }
}

/** The figures that baselines may have: null for the days of which a person spoke, and for what is no finite number. */
export function usableFigures({ series, exempt }: AnomalyRequest): Figures {
  return series.values.map((value, index) => (isKnown(value) && !exempt?.has(index) ? value : null))
}

/** Whether a side is to be reported. */
export function isAsked({ direction = 'both' }: AnomalyRequest, found: AnomalyDirection): boolean {
  return direction === 'both' || direction === found
}
