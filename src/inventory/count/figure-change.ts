import { type Day, monthStart } from '../../lib/day.ts'
import type { MonthEnd } from '../retention/kept-days.ts'
import { percentChange } from './percent-change.ts'
import { type FigureName, type Figures, NO_FIGURES, type SiteFigures } from './site-figures.ts'

/** One figure beside what it was at a month-end. */
export interface FigureChange {
  readonly current: number
  readonly previous: number
  readonly change: number
  /** To one decimal; null when there was nothing before. */
  readonly change_percent: number | null
}

export type FigureChanges = Readonly<Record<FigureName, FigureChange>>

/** Every figure beside what it was; what was not there counted nothing. */
export function figureChanges(current: Figures | null, previous: Figures | null): FigureChanges {
  const changeOf = (name: FigureName): FigureChange => {
    const [is, was] = [(current ?? NO_FIGURES)[name], (previous ?? NO_FIGURES)[name]]
    return { current: is, previous: was, change: is - was, change_percent: percentChange(is, was) }
  }
  return {
    total_devices: changeOf('total_devices'),
    servers: changeOf('servers'),
    workstations: changeOf('workstations'),
    spare_devices: changeOf('spare_devices'),
    billable_devices: changeOf('billable_devices'),
    ninja_devices: changeOf('ninja_devices'),
    threatlocker_devices: changeOf('threatlocker_devices'),
    distinct_devices: changeOf('distinct_devices'),
  }
}

/** One site on a day and at a month-end before. */
export interface ComparedSite {
  readonly site: string | null
  /** Null where it had no machine yet, or has none any more. */
  readonly current: Figures | null
  readonly previous: Figures | null
}

/** Sites of the day, then those that were there at the month-end only. */
export function comparedSites(
  current: readonly SiteFigures[],
  previous: readonly SiteFigures[],
): ComparedSite[] {
  const before = new Map(previous.map(({ site, figures }) => [site, figures]))
  const now = new Set(current.map(({ site }) => site))
  return [
    ...current.map(({ site, figures }) => ({
      site,
      current: figures,
      previous: before.get(site) ?? null,
    })),
    ...previous
      .filter(({ site }) => !now.has(site))
      .map(({ site, figures }) => ({ site, current: null, previous: figures })),
  ]
}

/**
 * The day that stands for the newest month before that of a day, among those of sources of machines;
 * where they end a month on different days, the last of these. Null when none is kept.
 */
export function lastMonthEnd(
  day: Day,
  monthEnds: readonly MonthEnd[],
  sources: readonly string[],
): Day | null {
  const before = monthEnds.filter(
    ({ source, month }) => month < monthStart(day) && sources.includes(source),
  )
  const newest = before
    .map(({ month }) => month)
    .toSorted()
    .at(-1)
  const days = before.filter(({ month }) => month === newest).map((each) => each.day)
  return days.toSorted().at(-1) ?? null
}
