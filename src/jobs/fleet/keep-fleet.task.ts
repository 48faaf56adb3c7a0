import { countStore } from '../../inventory/count/store.ts'
import { type MatchSummary, matchDay } from '../../inventory/link/match-day.task.ts'
import { linkStore } from '../../inventory/link/store.ts'
import type { MonthEnd } from '../../inventory/retention/kept-days.ts'
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
  readonly monthEnds: readonly MonthEnd[]
}

/** Places the organisations of a day, matches its machines, counts them, and closes months that are over. */
export async function keepFleet(
  { database, settings }: JobContext,
  { progress }: RunHandle,
  { day, today }: { readonly day: Day; readonly today: Day },
): Promise<FleetSummary> {
  const matched = await progress.step('match-machines', async () => ({
    sites: await placeOrganisations(siteStore(database), day, settings.fleet.sitesFrom),
    matching: await matchDay(linkStore(database), day),
  }))
  const counted = await progress.step('count-machines', () => countStore(database).count(day, null))
  return { ...matched, counted, monthEnds: await retentionStore(database).closeMonths(today) }
}
