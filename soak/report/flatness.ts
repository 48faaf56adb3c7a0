import { median } from '../../src/analytics/stats/median.ts'
import { theilSenSlope } from '../../src/analytics/stats/theil-sen-slope.ts'
import type { SoakedMonth } from './months.ts'

/** Something that is to stay as it is from month to month. */
export interface Watched {
  readonly name: string
  readonly unit: 'bytes' | 'seconds' | 'rows'
  /** By how much of itself it may grow in a month. */
  readonly limit: number
  /** Undefined in a month without it. */
  of(month: SoakedMonth): number | undefined
}

/** How something went over the months that are judged. */
export interface Judged {
  readonly name: string
  readonly unit: Watched['unit']
  readonly limit: number
  /** In the middle of these months. */
  readonly level: number
  /** How much comes to it in a month, by the line of Theil and Sen through the months. */
  readonly perMonth: number
  /** The same as a share of the level. */
  readonly growth: number
  readonly isFlat: boolean
}

/** A month with fewer days than this is not whole. */
const WHOLE_DAYS = 25
/** Fewer months than this say nothing about the long run. */
const FEWEST_MONTHS = 6

/**
 * The months that are judged: of those that are whole the later half, when retention has long taken what it takes; none
 * where these are too few.
 */
export function judgedMonths(months: readonly SoakedMonth[]): readonly SoakedMonth[] {
  const whole = months.filter(({ days }) => days >= WHOLE_DAYS)
  const later = whole.slice(Math.ceil(whole.length / 2))
  return later.length < FEWEST_MONTHS ? [] : later
}

/** Judges what is watched over months that follow each other; what came in none of them is left out. */
export function judge(months: readonly SoakedMonth[], watched: readonly Watched[]): Judged[] {
  return watched.flatMap(({ name, unit, limit, of }) => {
    const points = months.flatMap((month, x) => {
      const y = of(month)
      return y === undefined ? [] : [{ x, y }]
    })
    if (points.length === 0) return []
    const level = median(points.map(({ y }) => y))
    const perMonth = theilSenSlope(points) ?? 0
    const growth = level === 0 ? 0 : perMonth / level
    return [{ name, unit, limit, level, perMonth, growth, isFlat: growth <= limit }]
  })
}
