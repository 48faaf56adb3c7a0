/** A calendar day, `2026-01-31`. */
export type Day = string

/** The calendar day it is at `instant` in an IANA time zone. */
export function dayIn(zone: string, instant: Date): Day {
  return formatOf(zone).format(instant)
}

/** By zone: making one takes as long as fifty uses of it, and an installation has few zones. */
const FORMATS = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  FORMATS.set(zone, format)
  return format
}

/** The day some days later, or earlier when negative. @example addDays('2026-01-31', 1) // => '2026-02-01' */
export function addDays(day: Day, days: number): Day {
  const instant = new Date(`${day}T00:00:00Z`)
  instant.setUTCDate(instant.getUTCDate() + days)
  return instant.toISOString().slice(0, 10)
}

/** All days from one to another, the last first. */
export function daysDown(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = to; day >= from; day = addDays(day, -1)) days.push(day)
  return days
}

/** The first day of the month some months later, or earlier when negative. @example monthStart('2026-01-31', -1) // => '2025-12-01' */
export function monthStart(day: Day, months = 0): Day {
  const instant = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  instant.setUTCMonth(instant.getUTCMonth() + months)
  return instant.toISOString().slice(0, 10)
}

/** Whether a text is a day of the calendar, `2026-01-31`. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  const instant = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text)
}

/** Reads the times an IANA zone's clock shows, `2026-01-31 08:00:00`, as instants. */
export function clockOf(zone: string): (time: string) => Date {
  const format = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  })
  /** How far the clock is ahead of UTC, in milliseconds. */
  const offsetAt = (instant: number): number => {
    const shown = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]))
    const day = `${shown.get('year')}-${shown.get('month')}-${shown.get('day')}`
    const time = `${shown.get('hour')}:${shown.get('minute')}:${shown.get('second')}`
    return Date.parse(`${day}T${time}Z`) - Math.floor(instant / 1_000) * 1_000
  }
  return (time) => {
    const asUtc = Date.parse(`${time.replace(' ', 'T')}Z`)
    const near = asUtc - offsetAt(asUtc)
    return new Date(asUtc - offsetAt(near)) // the offset may change between the two
  }
}
