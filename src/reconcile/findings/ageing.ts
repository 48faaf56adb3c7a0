import type { Day } from '../../lib/day.ts'
import type { FindingDayRow, LookedDay } from './ageing-queries.ts'

/** How the disagreements of a check stood on a day it looked, everywhere or at one place. */
export interface AgeingRow extends Omit<FindingDayRow, 'oldestDays'> {
  readonly place: 'all' | 'one'
  /** Null when none stands. */
  readonly oldestDays: number | null
}

/** A day on which a check did not look, or not at all its sources: there is no figure of what is missing. */
export interface UnlookedDay {
  readonly day: Day
  readonly check: string
  /** The sources it would have compared; null when it was not run at all. */
  readonly scope: string | null
  /** Of each source that was not complete, why; null when it was not run at all. */
  readonly skipped: Readonly<Record<string, string>> | null
}

export interface Ageing {
  /** By day, the newest first, and by check; of each the sum of all places, then place by place. */
  readonly rows: readonly AgeingRow[]
  readonly unlooked: readonly UnlookedDay[]
}

/** What is known of some days. */
export interface AgeingSpan {
  /** The newest first. */
  readonly days: readonly Day[]
  /** Those whose figures are asked for. */
  readonly checks: readonly string[]
  readonly figures: readonly FindingDayRow[]
  readonly looks: readonly LookedDay[]
}

/**
 * The daily figures of every check. A day it looked and found nothing has zeros; a day it did not
 * look has no row, and is told apart.
 */
export function ageing({ days, checks, figures, looks }: AgeingSpan): Ageing {
  const figuresOf = Map.groupBy(figures, keyOf)
  const looksOf = Map.groupBy(looks, keyOf)
  const asked = days.flatMap((day) => checks.map((check) => ({ day, check })))
  return {
    rows: asked.flatMap((at) => {
      const isLooked = looksOf.get(keyOf(at))?.some(({ skipped }) => skipped === null) ?? false
      return isLooked ? rowsOf(at, figuresOf.get(keyOf(at)) ?? []) : []
    }),
    unlooked: asked.flatMap((at) => unlookedOf(at, looksOf.get(keyOf(at)) ?? [])),
  }
}

interface CheckDay {
  readonly day: Day
  readonly check: string
}

function keyOf({ day, check }: CheckDay): string {
  return `${day} ${check}`
}

function rowsOf(at: CheckDay, figures: readonly FindingDayRow[]): AgeingRow[] {
  const places = figures.map((row) => ({
    ...row,
    place: 'one' as const,
    oldestDays: row.standing === 0 ? null : row.oldestDays,
  }))
  return [{ ...at, ...sumOf(places) }, ...places]
}

function sumOf(places: readonly AgeingRow[]): Omit<AgeingRow, 'day' | 'check'> {
  const sum = (of: (row: AgeingRow) => number) => places.reduce((all, row) => all + of(row), 0)
  const [standing, verified] = [sum((row) => row.standing), sum((row) => row.verified)]
  const ageDays = sum((row) => row.standing * (row.meanAgeDays ?? 0))
  const fixDays = sum((row) => row.verified * (row.meanFixDays ?? 0))
  return {
    ...{ place: 'all', site: null, municipality: null, standing, verified },
    accepted: sum((row) => row.accepted),
    opened: sum((row) => row.opened),
    meanAgeDays: standing === 0 ? null : ageDays / standing,
    oldestDays: standing === 0 ? null : Math.max(...places.map((row) => row.oldestDays ?? 0)),
    meanFixDays: verified === 0 ? null : fixDays / verified,
  }
}

function unlookedOf(at: CheckDay, looks: readonly LookedDay[]): UnlookedDay[] {
  if (looks.length === 0) return [{ ...at, scope: null, skipped: null }]
  return looks.flatMap(({ scope, skipped }) =>
    skipped === null ? [] : [{ ...at, scope, skipped }],
  )
}
