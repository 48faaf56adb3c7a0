const DAY_SECONDS = 86_400
/** 9999-12-31, the last day spreadsheets know, in each of the two ways to count. */
const LAST_DAY = 2_958_465
const LAST_DAY_1904 = 2_957_003

/**
 * The day or moment a serial number stands for, as `2026-01-31` or `2026-01-31T08:00:00`; a
 * number below one day is a time of day, `8:00:00`. Null when no calendar day has that number.
 * Day 60 of 1900 is the 29 February that spreadsheets believe in.
 */
export function serialDate(serial: number, date1904: boolean): string | null {
  const seconds = Math.round(serial * DAY_SECONDS)
  if (seconds < 0) return null
  const day = Math.floor(seconds / DAY_SECONDS)
  if (day > (date1904 ? LAST_DAY_1904 : LAST_DAY)) return null
  const time = clock(seconds - day * DAY_SECONDS)
  if (day === 0 && !(date1904 && seconds === 0)) return time
  const date = calendarDay(day, date1904)
  return seconds % DAY_SECONDS === 0 ? date : `${date}T${time.padStart(8, '0')}`
}

/** Hours, minutes and seconds of a number of days, past 24 hours if need be. @example serialDuration(1.5) // => '36:00:00' */
export function serialDuration(serial: number): string {
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS)
  return (serial < 0 && seconds > 0 ? '-' : '') + clock(seconds)
}

function clock(seconds: number): string {
  const pair = (part: number) => String(Math.floor(part) % 60).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${pair(seconds / 60)}:${pair(seconds)}`
}

function calendarDay(day: number, date1904: boolean): string {
  if (!date1904 && day === 60) return '1900-02-29'
  const offset = date1904 ? day : day < 60 ? day : day - 1
  const start = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 31)
  return new Date(start + offset * DAY_SECONDS * 1000).toISOString().slice(0, 10)
}
