import { addDays, type Day } from '../../lib/day.ts'
import { theilSenSlope } from '../stats/theil-sen-slope.ts'

/** The share of devices that shall bear a TAG, in per cent. */
const COVERAGE_TARGET = 95
/** Kept days that a pace is told from. */
const DAYS_NEEDED = 7
/** Days back that the pace is told from; what was longer ago is another pace. */
export const DAYS_SEEN = 90
/** Farther ahead nothing is promised, in days. */
const FARTHEST = 3_650

/** The share of devices with a TAG on a day, in per cent. */
export interface CoverageDay {
  readonly day: Day
  readonly percent: number
}

/** When the target is reached at the pace seen, or why that cannot be said; percent is the newest day's. */
export type Coverage = { readonly percent: number | null; readonly target: number } & (
  | { readonly kind: 'reached' }
  | {
      readonly kind: 'projected'
      readonly perDay: number
      readonly days: number
      readonly day: Day
    }
  | { readonly kind: 'not-at-this-pace'; readonly perDay: number }
  | { readonly kind: 'not-enough-days'; readonly has: number; readonly needs: number }
)

/** Projects from the newest of the kept days, by the median slope between them (Theil and Sen). */
export function coverageProjection(days: readonly CoverageDay[]): Coverage {
  const inOrder = days.toSorted((one, other) => (one.day < other.day ? -1 : 1))
  const newest = inOrder.at(-1)
  const known = { percent: newest?.percent ?? null, target: COVERAGE_TARGET }
  if (newest && newest.percent >= COVERAGE_TARGET) return { kind: 'reached', ...known }
  const perDay =
    inOrder.length < DAYS_NEEDED
      ? null
      : theilSenSlope(inOrder.map(({ day, percent }) => ({ x: dayNumber(day), y: percent })))
  if (!newest || perDay === null) {
    return { kind: 'not-enough-days', ...known, has: inOrder.length, needs: DAYS_NEEDED }
  }
  const ahead = perDay > 0 ? Math.ceil((COVERAGE_TARGET - newest.percent) / perDay) : Infinity
  if (ahead > FARTHEST) return { kind: 'not-at-this-pace', ...known, perDay }
  return { kind: 'projected', ...known, perDay, days: ahead, day: addDays(newest.day, ahead) }
}

const DAY_MS = 86_400_000

function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS
}
