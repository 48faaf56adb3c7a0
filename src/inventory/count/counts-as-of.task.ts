import type { Database } from '../../db/database.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import { listStore, type SourceDay } from '../list/store.ts'
import { retentionStore } from '../retention/store.ts'
import type { Scope } from '../site/scope.ts'
import { comparedSites, lastMonthEnd } from './figure-change.ts'
import { type Figures, siteFigures, totalFigures } from './site-figures.ts'
import { type CountedDay, countStore } from './store.ts'

/** The figures of a place on a day and at a month-end before; null where it had no machine. */
export interface PlaceFigures {
  readonly scope: Scope
  readonly current: Figures | null
  readonly previous: Figures | null
}

/** The figures of a day, in all and by site, beside those of the last month-end. */
export interface CountsAsOf {
  readonly day: Day
  /** The day the figures were taken on: the one asked for, or the newest counted before it. */
  readonly countedOn: Day
  readonly restsOn: readonly SourceDay[]
  /** Null when none is kept. */
  readonly monthEnd: Day | null
  readonly monthEndRestsOn: readonly SourceDay[]
  /** Everywhere first, then site by site. */
  readonly places: readonly PlaceFigures[]
}

/** Counts as of a day against the last month-end that is kept. Throws `day.not-kept` where nothing was counted up to it. */
export async function countsAsOf(database: Database, day: Day): Promise<CountsAsOf> {
  const lists = listStore(database)
  const countedOn = await lists.countedUpTo(day)
  const current = countedOn === null ? null : await countStore(database).find(countedOn)
  if (countedOn === null || current === null) {
    throw new AppError('day.not-kept', { day, nearest: [] })
  }
  const restsOn = await lists.restsOn(countedOn)
  const sources = restsOn.map(({ source }) => source)
  const end = lastMonthEnd(day, await retentionStore(database).monthEnds(), sources)
  const previous = end === null ? null : await countStore(database).find(end)
  const monthEnd = previous === null ? null : end
  return {
    ...{ day, countedOn, restsOn, monthEnd },
    monthEndRestsOn: monthEnd === null ? [] : await lists.restsOn(monthEnd),
    places: placesOf(current, previous),
  }
}

function placesOf(current: CountedDay, previous: CountedDay | null): PlaceFigures[] {
  const before = previous === null ? [] : siteFigures(previous)
  return [
    {
      scope: { kind: 'all' },
      current: totalFigures(current),
      previous: previous === null ? null : totalFigures(previous),
    },
    ...comparedSites(siteFigures(current), before).map(({ site, ...figures }) => ({
      scope: { kind: 'site', site } as const,
      ...figures,
    })),
  ]
}
