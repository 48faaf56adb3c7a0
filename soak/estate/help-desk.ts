import { helpdeskEvents } from '../../demo/helpdesk-events.ts'
import { addDays, type Day } from '../../src/lib/day.ts'

/** Which days of the demo's help desk there are. */
export interface HelpDeskOrder {
  readonly seed: number
  readonly first: Day
  readonly days: number
}

/** The figures of a week. */
export type WeekOf = (day: Day) => string | null

const MONDAY = 1
const WEEK = 7

/**
 * The file of events that a help desk hands over before the night of a Monday, with the seven days before it; null on other
 * days, and where there are none.
 */
export function helpDeskWeeks({ seed, first, days }: HelpDeskOrder): WeekOf {
  const until = addDays(first, days - 1)
  const [head = '', ...lines] = helpdeskEvents({ seed, until, days }).trimEnd().split('\n')
  return (day) => {
    if (new Date(`${day}T00:00:00Z`).getUTCDay() !== MONDAY) return null
    const from = addDays(day, -WEEK)
    const week = lines.filter((line) => line.slice(0, 10) >= from && line.slice(0, 10) < day)
    return week.length === 0 ? null : `${[head, ...week].join('\n')}\n`
  }
}
