import type { DateFormat } from '../schema.ts'

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?(Z|[+-]\d\d:?\d\d)?)?$/iu
const DAY_AND_TIME =
  /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:,? +(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.? ?m\.?)?)?$/iu
const SECONDS = /^\d{1,12}(?:\.\d+)?$/u
/** The last second of the year 9999: what lies beyond was not counted in seconds. */
const LAST_SECOND = 253_402_300_799

/** What a text says of when something happened. */
export type WrittenInstant = Date | 'never' | 'unreadable'

/**
 * An instant as people and programs write it. A time without a zone is UTC; a day there is not, such as
 * 31/02, is unreadable.
 */
export function writtenInstant(text: string, format: DateFormat): WrittenInstant {
  switch (format) {
    case 'iso':
      return isoInstant(text)
    case 'epoch-seconds':
      return SECONDS.test(text) ? epochInstant(Number(text)) : 'unreadable'
    case 'dmy':
    case 'mdy':
      return dayInstant(text, format)
  }
}

/** Seconds since 1970; 0 means never. What is too many was counted in something else. */
export function epochInstant(seconds: number): WrittenInstant {
  if (seconds === 0) return 'never'
  if (!(seconds > 0 && seconds <= LAST_SECOND)) return 'unreadable'
  return new Date(Math.round(seconds * 1000))
}

/** The same for a text that can only be ISO. */
export function isoInstant(text: string): WrittenInstant {
  const found = ISO.exec(text)
  if (!found) return 'unreadable'
  const [, year, month, day, hour, minute, second, fraction = '', zone] = found
  if (year === '0001') return 'never'
  const at = instantOf([year, month, day, hour, minute, second].map((part) => Number(part ?? 0)))
  if (at === null) return 'unreadable'
  const milliseconds = Math.floor(Number(`0.${fraction || 0}`) * 1000)
  return new Date(at.getTime() + milliseconds - zoneMinutes(zone) * 60_000)
}

function zoneMinutes(zone = 'Z'): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(zone) ?? []
  if (hours === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function dayInstant(text: string, format: 'dmy' | 'mdy'): WrittenInstant {
  const found = DAY_AND_TIME.exec(text)
  if (!found) return 'unreadable'
  const [, first, , second, year, hour = '0', minute = '0', seconds = '0', half] = found
  const [day, month] = format === 'dmy' ? [first, second] : [second, first]
  const hours = half === undefined ? Number(hour) : hoursOf(Number(hour), half)
  const parts = [year, month, day, hours, minute, seconds].map(Number)
  return instantOf(parts) ?? 'unreadable'
}

/** 12 AM is midnight; hours beyond 12 have no half. */
function hoursOf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}

/** Null for a day or a time there is not. */
function instantOf(parts: readonly number[]): Date | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second))
  const isSame =
    at.getUTCFullYear() === year &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === day &&
    at.getUTCHours() === hour &&
    at.getUTCMinutes() === minute &&
    at.getUTCSeconds() === second
  return isSame ? at : null
}
