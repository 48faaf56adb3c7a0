import { daysBetween } from '../../inventory/field/heard.ts'
import { addDays, type Day } from '../../lib/day.ts'
import type { DailySeries } from '../series.ts'

/** Days one after another, both ends included. */
export interface DaySpan {
  readonly from: Day
  readonly to: Day
}

/** Of the days somebody asked for: which there is a figure of, and which not. */
export interface AskedWindow extends DaySpan {
  readonly daysWithFigure: number
  readonly daysWithout: number
  /** The days without a figure, in order; nothing can be said of them. */
  readonly without: readonly DaySpan[]
}

/** The days asked for (null: from the first, to the last of the series); null where there is no day to name. */
export function askedWindow(
  { first, values }: DailySeries,
  asked: { readonly from: Day | null; readonly to: Day | null },
): AskedWindow | null {
  const last = values.length === 0 ? null : addDays(first, values.length - 1)
  const from = asked.from ?? (last === null ? null : first)
  const to = asked.to ?? last
  if (from === null || to === null || from > to) return null
  if (last === null || from > last || to < first) return windowOf({ from, to }, [{ from, to }])
  const inside = {
    from: Math.max(0, daysBetween(first, from)),
    to: Math.min(values.length - 1, daysBetween(first, to)),
  }
  const gaps: DaySpan[] = from < first ? [{ from, to: addDays(first, -1) }] : []
  let at = inside.from
  while (at <= inside.to) {
    const start = at
    while (at <= inside.to && (values[at] ?? null) === null) at += 1
    if (at > start) gaps.push({ from: addDays(first, start), to: addDays(first, at - 1) })
    at += 1
  }
  if (to > last) gaps.push({ from: addDays(last, 1), to })
  return windowOf({ from, to }, joined(gaps))
}

function windowOf(span: DaySpan, without: readonly DaySpan[]): AskedWindow {
  const daysWithout = without.reduce((sum, gap) => sum + lengthOf(gap), 0)
  return { ...span, daysWithFigure: lengthOf(span) - daysWithout, daysWithout, without }
}

function lengthOf({ from, to }: DaySpan): number {
  return daysBetween(from, to) + 1
}

/** A gap that goes on past the end of the series is one. */
function joined(gaps: readonly DaySpan[]): DaySpan[] {
  const found: DaySpan[] = []
  for (const gap of gaps) {
    const before = found.at(-1)
    if (before && addDays(before.to, 1) === gap.from) {
      found[found.length - 1] = { from: before.from, to: gap.to }
    } else found.push(gap)
  }
  return found
}
