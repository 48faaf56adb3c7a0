/** A calendar day, `2026-01-31`. */
export type Day = string

/** The calendar day it is at `instant` in an IANA time zone. */
export function dayIn(zone: string, instant: Date): Day {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant)
}
