import { addDays, type Day, monthStart } from '../../lib/day.ts'

/** How long days are kept. */
export interface Retention {
  /** Days before today that are kept one by one; the oldest of them included. */
  readonly dailyFor: number
  /** Months before this one whose month-end is kept. */
  readonly monthEnds: number
}

export const DEFAULT_RETENTION: Retention = { dailyFor: 65, monthEnds: 24 }

/** A source's day that stands for its month. */
export interface MonthEnd {
  readonly source: string
  /** The first day of the month. */
  readonly month: Day
  readonly day: Day
}

/** Of the days known, those that stay: recent ones, those yet to come to a close, and month-ends. */
export function keptDays(
  known: readonly Day[],
  monthEnds: readonly MonthEnd[],
  { today, retention }: { readonly today: Day; readonly retention: Retention },
): Day[] {
  const oldestDaily = addDays(today, -retention.dailyFor)
  const oldestMonth = monthStart(today, -retention.monthEnds)
  const closing = new Set(
    monthEnds.filter(({ month }) => month >= oldestMonth).map(({ day }) => day),
  )
  return known.filter((day) => day >= oldestDaily || closing.has(day)).toSorted()
}

/** The last known day of every month of a source that is over and has none kept yet. */
export function dueMonthEnds(
  known: readonly { readonly source: string; readonly day: Day }[],
  kept: readonly MonthEnd[],
  today: Day,
): MonthEnd[] {
  const isKept = new Set(kept.map(({ source, month }) => `${source} ${month}`))
  const last = new Map<string, MonthEnd>()
  for (const { source, day } of known) {
    const month = monthStart(day)
    const name = `${source} ${month}`
    if (month >= monthStart(today) || isKept.has(name)) continue
    if (day >= (last.get(name)?.day ?? '')) last.set(name, { source, month, day })
  }
  return [...last.values()].toSorted(
    (one, other) => compareText(one.source, other.source) || compareText(one.month, other.month),
  )
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
