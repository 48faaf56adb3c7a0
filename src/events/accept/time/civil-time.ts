import type { Day } from '../../../lib/day.ts'

/** A time as written: a day of the calendar and what a clock shows. */
export interface CivilTime {
  /** Days since 1970-01-01. */
  readonly day: number
  /** Seconds since midnight on that clock. */
  readonly second: number
  /** Digits of the second's fraction, six at most and no zeros at the end. */
  readonly fraction: string
  /** How far the clock is ahead of UTC, in seconds; null where the text does not say. */
  readonly ahead: number | null
}

export const DAY_SECONDS = 86_400
const DAY_MS = 86_400_000
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_BEFORE_EPOCH = 719_162

/** Days since 1970-01-01 of a day of the Gregorian calendar, or null where there is no such day. */
export function dayNumber(year: number, month: number, day: number): number | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  const last = (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap ? 1 : 0)
  if (day < 1 || day > last) return null
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const inYear = (DAYS_BEFORE_MONTH[month - 1] ?? 0) + (month > 2 && isLeap ? 1 : 0) + day - 1
  return before * 365 + leapDays + inYear - DAYS_BEFORE_EPOCH
}

/** Seconds since midnight, or null where no clock shows such a time. */
export function secondOfDay(hour: number, minute: number, second: number): number | null {
  if (hour > 23 || minute > 59 || second > 59) return null
  return (hour * 60 + minute) * 60 + second
}

/** The digits of a fraction as they are kept: what is finer than a microsecond is cut off. */
export function microseconds(digits: string): string {
  let end = Math.min(digits.length, 6)
  while (end > 0 && digits.charCodeAt(end - 1) === 0x30) end -= 1
  return digits.slice(0, end)
}

/** Says of days since 1970-01-01 which day it is, and remembers what it said. */
export function dayNamer(): (day: number) => Day {
  const known = new Map<number, Day>()
  return (day) => {
    const name = known.get(day) ?? new Date(day * DAY_MS).toISOString().slice(0, 10)
    if (!known.has(day)) known.set(day, name)
    return name
  }
}
