import { countStore } from '../../inventory/count/store.ts'
import { type MatchSummary, matchDay } from '../../inventory/link/match-day.task.ts'
import { linkStore } from '../../inventory/link/store.ts'
import type { DueMonthEnd } from '../../inventory/retention/kept-days.ts'
import { retentionStore } from '../../inventory/retention/store.ts'
import {
  type PlacingSummary,
  placeOrganisations,
} from '../../inventory/site/place-organisations.task.ts'
import { siteStore } from '../../inventory/site/store.ts'
import type { Day } from '../../lib/day.ts'
import type { JobContext } from '../context.ts'
import type { RunHandle } from '../record-run.ts'

/** What was made of a day once its sources were in. */
export interface FleetSummary {
  readonly sites: PlacingSummary
  readonly matching: MatchSummary
  /** Days counted: the one itself, and later ones it may have changed. */
  readonly counted: readonly Day[]
  readonly monthEnds: readonly DueMonthEnd[]
  /** True when the next prune takes the day out again: it is too old, and no month-end. */
  readonly isDueToGo: boolean
}

/** A day that came in, and up to which day it speaks. */
export interface NewDay {
  readonly day: Day
  /** The next day its sources are known on; null when there is none. */
  readonly until: Day | null
  readonly today: Day
}

/**
 * Places the organisations of a day, matches its machines, counts them, and closes months that are
 * over; and so for the days after it that a late one may have changed.
 */
export async function keepFleet(
  { database, settings }: JobContext,
  { progress }: RunHandle,
  { day, until, today }: NewDay,
): Promise<FleetSummary> {
  const counts = countStore(database)
  const links = linkStore(database)
  const days = await counts.dueWith(day, until)
  const { sitesFrom, matching: options } = settings.fleet
  const matched = await progress.step('match-machines', async (tick) => {
    const sites = await placeOrganisations(siteStore(database), day, sitesFrom)
    const matching = await matchDay(links, day, options)
    const others = days.filter((each) => each !== day)
    for (const [at, other] of others.entries()) {
      tick(at, others.length)
      await siteStore(database).keepOrganisations(other)
      await matchDay(links, other, options)
    }
    return { sites, matching }
  })
  await progress.step('count-machines', () => counts.count(days))
  const kept = retentionStore(database)
  const monthEnds = await kept.closeMonths(today)
  const isDueToGo = await kept.isDueToGo(day, { today, retention: settings.fleet.retention })
  return { ...matched, counted: days, monthEnds, isDueToGo }
}
