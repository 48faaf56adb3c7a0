import { type CivilTime, dayNumber, microseconds, secondOfDay } from './civil-time.ts'

const [ZERO, NINE, DASH, COLON, DOT, COMMA, SPACE] = [0x30, 0x39, 0x2d, 0x3a, 0x2e, 0x2c, 0x20]
const [UPPER_T, LOWER_T] = [0x54, 0x74]
/** No clock on earth is further from UTC. */
const MOST_HOURS_AHEAD = 18
const OFFSET = /^([+-])(\d\d)(?::?(\d\d))?$/u

/**
 * Reads ISO 8601 to the minute or finer: `2026-01-31`, `2026-01-31T08:00`, `2026-01-31 08:00:00.5+01:00`. A
 * date alone is its midnight. `not-in-calendar` for the 30th of February and for 25:00; null for any other text.
 */
export function parseIsoTime(text: string): CivilTime | 'not-in-calendar' | null {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return null
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)]
  if (Number.isNaN(year + month + date)) return null
  const clock = text.length === 10 ? MIDNIGHT : parseClock(text)
  if (clock === null) return null
  const day = dayNumber(year, month, date)
  const second = secondOfDay(clock.hour, clock.minute, clock.second)
  if (day === null || second === null || Number.isNaN(clock.ahead)) return 'not-in-calendar'
  return { day, second, fraction: clock.fraction, ahead: clock.ahead }
}

interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly fraction: string
  /** Seconds; not a number where there can be no such offset. */
  readonly ahead: number | null
}

const MIDNIGHT: Clock = { hour: 0, minute: 0, second: 0, fraction: '', ahead: null }

/** What follows the date. */
function parseClock(text: string): Clock | null {
  const mark = text.charCodeAt(10)
  if (mark !== UPPER_T && mark !== LOWER_T && mark !== SPACE) return null
  const [hour, minute] = [digits(text, 11, 13), digits(text, 14, 16)]
  const hasSeconds = text.charCodeAt(16) === COLON
  const second = hasSeconds ? digits(text, 17, 19) : 0
  if (text.charCodeAt(13) !== COLON || Number.isNaN(hour + minute + second)) return null
  const start = hasSeconds ? 19 : 16
  const end = hasSeconds ? fractionEnd(text) : start
  const ahead = parseOffset(text, end)
  if (ahead === undefined) return null
  return { hour, minute, second, fraction: microseconds(text.slice(start + 1, end)), ahead }
}

/** Where the digits after the seconds end; where they would begin, if there are none. */
function fractionEnd(text: string): number {
  const mark = text.charCodeAt(19)
  if (mark !== DOT && mark !== COMMA) return 19
  let end = 20
  while (text.charCodeAt(end) >= ZERO && text.charCodeAt(end) <= NINE) end += 1
  return end === 20 ? 19 : end
}

/** Null where the text ends; undefined where what follows is no offset. */
function parseOffset(text: string, start: number): number | null | undefined {
  if (start === text.length) return null
  const offset = text.slice(start)
  if (offset === 'Z' || offset === 'z') return 0
  const [, sign, hours = '', minutes = '0'] = OFFSET.exec(offset) ?? []
  if (sign === undefined) return undefined
  const seconds = (Number(hours) * 60 + Number(minutes)) * 60
  if (Number(minutes) > 59 || seconds > MOST_HOURS_AHEAD * 3600) return Number.NaN
  return sign === '-' ? -seconds : seconds
}

/** The number that digits make; not a number where one of them is none. */
function digits(text: string, start: number, end: number): number {
  let number = 0
  for (let at = start; at < end; at += 1) {
    const digit = text.charCodeAt(at) - ZERO
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
