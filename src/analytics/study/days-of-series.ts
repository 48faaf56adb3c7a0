import { daysBetween } from '../../inventory/field/heard.ts'
import type { Day } from '../../lib/day.ts'
import type { IndexRange } from '../anomaly/anomaly-request.ts'
import type { DailySeries } from '../series.ts'

/** The places of a series from one day to another (null: from its first, to its last); what lies before is history. */
export function daysOfSeries(
  { first, values }: DailySeries,
  { from, to }: { readonly from: Day | null; readonly to: Day | null },
): IndexRange {
  const last = values.length - 1
  return {
    from: from === null ? 0 : Math.max(0, daysBetween(first, from)),
    to: to === null ? last : Math.min(last, daysBetween(first, to)),
  }
}
