import { addDays, type Day } from '../../lib/day.ts'

/**
 * Days in order as ranges, for people.
 *
 * @example dayRanges(['2026-01-30', '2026-01-31', '2026-02-01', '2026-02-03'])
 * // => ['2026-01-30 - 2026-02-01', '2026-02-03']
 */
export function dayRanges(days: readonly Day[]): string[] {
  const ranges: { first: Day; last: Day }[] = []
  for (const day of days) {
    const open = ranges.at(-1)
    if (open && addDays(open.last, 1) === day) open.last = day
    else ranges.push({ first: day, last: day })
  }
  return ranges.map(({ first, last }) => (first === last ? first : `${first} - ${last}`))
}
