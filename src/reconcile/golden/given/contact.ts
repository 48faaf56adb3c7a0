import { isDay } from '../../../lib/day.ts'

const AGO = /^(\d{1,6}) (minute|hour|day)s? ago$/u
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?Z$/u
const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** When every source of a case is heard: at noon of its day. */
export function heardOn(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

/** Whether a text says when a machine was last heard of: `3 days ago`, `2026-01-31`, `2026-01-31T08:00Z`. */
export function isContact(text: string): boolean {
  return AGO.test(text) || isDay(text) || isInstant(text)
}

/** Whether it names a day or an instant, which means nothing without the day of the case. */
export function isFixed(text: string): boolean {
  return !AGO.test(text)
}

/** The instant that is meant; a day means its noon, so that whole days lie between it and the case's. */
export function contactAt(text: string, heard: Date): Date {
  const [, count, unit] = AGO.exec(text) ?? []
  if (count !== undefined && (unit === 'minute' || unit === 'hour' || unit === 'day')) {
    return new Date(heard.getTime() - Number(count) * UNIT_MS[unit])
  }
  return isDay(text) ? heardOn(text) : new Date(text)
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text)) && isDay(text.slice(0, 10))
}
