import type { Day } from '../../lib/day.ts'

/** The weekday some days after a day, 0 for Sunday to 6 for Saturday. @example weekdayAfter('2026-01-31', 1) // => 0 */
export function weekdayAfter(day: Day, days: number): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + (days % 7) + 7) % 7
}
