import type { DateFormat, DateUnit } from '../../profile/date-format.ts'
import { type CivilTime, dayNumber, microseconds, secondOfDay } from './civil-time.ts'

/** Years of two digits: from here they are of the last century. */
const LAST_CENTURY = 69

/** Reads a text in the format of a profile; null for a text of another form. */
export function parseFormattedTime(
  text: string,
  { pattern, groupOf }: DateFormat,
): CivilTime | 'not-in-calendar' | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const written: Written = (unit) => match[groupOf.get(unit) ?? -1]
  const numberOf = (unit: DateUnit) => Number(written(unit) ?? 0)
  const day = dayNumber(yearOf(written), numberOf('month'), numberOf('day'))
  const hour = hourOf(written)
  const second = hour === null ? null : secondOfDay(hour, numberOf('minute'), numberOf('second'))
  if (day === null || second === null) return 'not-in-calendar'
  return { day, second, fraction: microseconds(written('fraction') ?? ''), ahead: null }
}

type Written = (unit: DateUnit) => string | undefined

function yearOf(written: Written): number {
  const short = written('short-year')
  if (short === undefined) return Number(written('year'))
  return Number(short) + (Number(short) >= LAST_CENTURY ? 1900 : 2000)
}

/** Twelve comes first on a clock of half a day; null where it shows no such hour. */
function hourOf(written: Written): number | null {
  const half = written('half-day-hour')
  if (half === undefined) return Number(written('hour') ?? 0)
  const hour = Number(half)
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (written('noon')?.toLowerCase() === 'p' ? 12 : 0)
}
