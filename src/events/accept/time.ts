import type { Day } from '../../lib/day.ts'
import type { CellValue } from '../parse/row-stream.ts'
import type { DateFormat } from '../profile/date-format.ts'
import { cellText } from './cell.ts'
import type { CellFaultReason } from './event.ts'
import { type CivilTime, DAY_SECONDS, dayNamer, dayNumber } from './time/civil-time.ts'
import { parseEpochTime } from './time/epoch-time.ts'
import { parseFormattedTime } from './time/formatted-time.ts'
import { parseIsoTime } from './time/iso-time.ts'
import { zoneClock } from './time/zone-clock.ts'

/** When an event was: the instant, and the day it then was in the zone of its source. */
export interface EventTime {
  readonly kind: 'read'
  /** ISO 8601 in UTC, to the microsecond and without zeros at its end. */
  readonly at: string
  readonly day: Day
}

export type ReadTime = EventTime | { readonly kind: 'refused'; readonly reason: CellFaultReason }

/** How the times of a source are written. */
export interface TimeForm {
  /** IANA name of the zone of times without offset, and of days. */
  readonly zone: string
  /** Of dates that are not ISO 8601; null where there are none. */
  readonly format: DateFormat | null
}

/** Years outside are slips and words for "never", such as 0001-01-01 and 9999-12-31. */
const [FIRST_YEAR, LAST_YEAR] = [1900, 2299]
/** No form of a time is longer. */
const MOST_CHARACTERS = 64
const NUMBER = /^\d+(?:\.\d+)?$/u
const DATE_WITH_SIGNS = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\w)/u

/**
 * Reads times: in the format of the profile, ISO 8601, or counted since 1970. What is finer than a
 * microsecond is cut off. A time without offset is what the clock of the zone shows: see `ZoneClock`.
 */
export function timeReader({ zone, format }: TimeForm): (cell: CellValue | undefined) => ReadTime {
  const resolve = resolver(zone)
  let last: { readonly text: string; readonly time: ReadTime } | null = null
  return (cell) => {
    const text = cellText(cell)
    if (last?.text === text) return last.time
    const civil = text.length > MOST_CHARACTERS ? null : parseTime(text, format)
    const time = civil === null ? refused(whyNot(text, format)) : resolve(civil)
    last = { text, time }
    return time
  }
}

/** A text of the format's form is never read as anything else: 2026-02-01 may be a day of January. */
function parseTime(text: string, format: DateFormat | null): CivilTime | 'not-in-calendar' | null {
  const formatted = format === null ? null : parseFormattedTime(text, format)
  return formatted ?? parseIsoTime(text) ?? parseEpochTime(text)
}

/** Puts what was written on the line of time. */
function resolver(zone: string): (time: CivilTime | 'not-in-calendar') => ReadTime {
  const clock = zoneClock(zone)
  const nameDay = dayNamer()
  const two = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'))
  const clockText = (second: number) =>
    `${two[Math.floor(second / 3_600)]}:${two[Math.floor(second / 60) % 60]}:${two[second % 60]}`
  const first = dayNumber(FIRST_YEAR, 1, 1) ?? 0
  const last = dayNumber(LAST_YEAR, 12, 31) ?? 0
  return (time) => {
    if (time === 'not-in-calendar') return refused('time-not-in-calendar')
    if (time.day < first || time.day > last) return refused('time-out-of-range')
    const shown = time.day * DAY_SECONDS + time.second
    const instant = time.ahead === null ? clock.instantOf(shown) : shown - time.ahead
    const utcDay = Math.floor(instant / DAY_SECONDS)
    const fraction = time.fraction === '' ? '' : `.${time.fraction}`
    return {
      kind: 'read',
      at: `${nameDay(utcDay)}T${clockText(instant - utcDay * DAY_SECONDS)}${fraction}Z`,
      day: nameDay(Math.floor((instant + clock.aheadAt(instant)) / DAY_SECONDS)),
    }
  }
}

function whyNot(text: string, format: DateFormat | null): CellFaultReason {
  if (text === '') return 'time-blank'
  if (NUMBER.test(text)) return 'time-not-epoch'
  if (!DATE_WITH_SIGNS.test(text)) return 'time-unknown'
  return format === null ? 'time-needs-format' : 'time-not-in-format'
}

function refused(reason: CellFaultReason): ReadTime {
  return { kind: 'refused', reason }
}
