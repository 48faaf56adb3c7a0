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

/** A month-end that is to be kept, and the day that stood for the month so far; null for none. */
export interface DueMonthEnd extends MonthEnd {
  readonly insteadOf: Day | null
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

/**
 * The last known day of every month of a source that is over, unless that day or a later one is kept
 * already: a day that was held or came late takes the place of an earlier one.
 */
export function dueMonthEnds(
  known: readonly { readonly source: string; readonly day: Day }[],
  kept: readonly MonthEnd[],
  today: Day,
): DueMonthEnd[] {
  const keptDay = new Map(kept.map((end) => [nameOf(end), end.day]))
  const last = new Map<string, DueMonthEnd>()
  for (const { source, day } of known) {
    const month = monthStart(day)
    const name = nameOf({ source, month })
    const insteadOf = keptDay.get(name) ?? null
    if (month >= monthStart(today) || day <= (insteadOf ?? '')) continue
    if (day >= (last.get(name)?.day ?? '')) last.set(name, { source, month, day, insteadOf })
  }
  return [...last.values()].toSorted(
    (one, other) => compareText(one.source, other.source) || compareText(one.month, other.month),
  )
}

/** The month-ends there are once those that are due are kept. */
export function monthEndsWith(due: readonly MonthEnd[], kept: readonly MonthEnd[]): MonthEnd[] {
  const replaced = new Set(due.map(nameOf))
  return [...kept.filter((end) => !replaced.has(nameOf(end))), ...due]
}

function nameOf({ source, month }: Pick<MonthEnd, 'source' | 'month'>): string {
  return `${source} ${month}`
}

function compareText(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}
