import type { Language } from '../api/spoken-language.ts'

/** A day of the calendar as the server tells it: `2026-01-31`. It is a text, and no time zone moves it. */
export type Day = string

const FORMATS = {
  /** 20 Nov 2026 */
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 20 Nov */
  short: { day: 'numeric', month: 'short' },
  /** Friday, 20 November 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Nov */
  monthShort: { month: 'short' },
} as const

/** How a day is written. */
export type DayFormat = keyof typeof FORMATS

/** A day as people write it. @example formatDay('2026-11-20', 'en') // => '20 Nov 2026' */
export function formatDay(day: Day, language: Language, format: DayFormat = 'full'): string {
  const locale = language === 'en' ? 'en-GB' : 'es'
  const options = { ...FORMATS[format], timeZone: 'UTC' } // both ends in UTC, so that it stays that day
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`))
}

/** The day so many days later, or earlier. @example addDays('2026-03-01', -1) // => '2026-02-28' */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** @example daysBetween('2026-02-28', '2026-03-01') // => 1 */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
}
