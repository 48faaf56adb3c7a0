import { useMemo } from 'react'
import { useAbout } from '../api/use-about.ts'
import { useLanguage } from '../words/use-words.ts'
import { type Day, type DayFormat, formatDay } from './day.ts'
import { formatAge, formatDaysAgo, formatDuration } from './duration.ts'
import { formatClock, formatInstant } from './instant.ts'
import { formatBytes, formatNumber, formatPercent, formatSigned } from './number.ts'

/** Everything that is written for people, in their language and the zone of the installation. */
export function useFormat() {
  const language = useLanguage()
  const timeZone = useAbout().data?.timeZone ?? 'UTC'
  return useMemo(() => {
    const place = { language, timeZone }
    return {
      ...place,
      number: (value: number, digits?: number) => formatNumber(value, language, digits),
      signed: (value: number, digits?: number) => formatSigned(value, language, digits),
      percent: (value: number, digits?: number) => formatPercent(value, language, digits),
      bytes: (value: number) => formatBytes(value, language),
      day: (day: Day, format?: DayFormat) => formatDay(day, language, format),
      daysAgo: (days: number) => formatDaysAgo(days, language),
      instant: (instant: string | Date) => formatInstant(instant, place),
      clock: (instant: string | Date) => formatClock(instant, place),
      age: (ms: number) => formatAge(ms, language),
      duration: formatDuration,
    }
  }, [language, timeZone])
}

/** How things are written where the person is. */
export type Format = ReturnType<typeof useFormat>
