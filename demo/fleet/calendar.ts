import type { Day } from '../../src/lib/day.ts'

const MS_PER_DAY = 86_400_000
/** Days on which the offices are closed, whatever the weekday. */
const HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '12-24', '12-25', '12-31'])

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  const number = Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY
  if (!Number.isInteger(number)) throw new RangeError(`${day} is not a day`)
  return number
}

/** The day of a number, the reverse of `dayNumber`. */
export function dayAt(number: number): Day {
  return new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
}

/** True on weekends and holidays. */
export function isRestDay(number: number): boolean {
  // 1970-01-01 was a Thursday.
  const weekday = (((number + 4) % 7) + 7) % 7
  return weekday === 0 || weekday === 6 || HOLIDAYS.has(dayAt(number).slice(5))
}

/** True on the last day of a month. */
export function isMonthEnd(number: number): boolean {
  return dayAt(number + 1).endsWith('-01')
}
