import type { Database } from '../../src/db/database.ts'
import { matchDay } from '../../src/inventory/link/match-day.task.ts'
import { linkStore } from '../../src/inventory/link/store.ts'
import { DEFAULT_MATCH_OPTIONS } from '../../src/inventory/match/match-record.ts'
import { placeOrganisations } from '../../src/inventory/site/place-organisations.task.ts'
import { siteStore } from '../../src/inventory/site/store.ts'
import { collectInto, type Installation } from '../history/collect.ts'
import { fleetFeeds } from './feeds.ts'
import { assertMatched, type TrueNight } from './standing.ts'

/** Whose organisations become sites. */
const SITES_FROM = ['ninjaone']

/** What a night brought in, of all sources together. */
export interface Collected {
  readonly records: number
  /** Of these, new or saying something else than the day before. */
  readonly others: number
}

/**
 * A night up to its checks: all sources are collected, organisations placed and machines matched, and
 * the server does its own maintenance. Throws when any record is not as it should be.
 */
export async function spendNight(
  into: Installation,
  night: TrueNight,
  inbox: string,
): Promise<Collected> {
  const { fleet, day } = night
  const from = performance.now()
  const feeds = await fleetFeeds(into, { fleet, inbox, day: fleet.day, at: new Date() })
  const collected = await collectInto(into, day, feeds)
  await placeOrganisations(siteStore(into.database), day, SITES_FROM)
  const { ambiguous } = await matchDay(linkStore(into.database), day, DEFAULT_MATCH_OPTIONS)
  if (ambiguous > 0) throw new Error(`${day}: ${ambiguous} questions were left to a person`)
  await assertMatched(into.database, night)
  await maintain(into.database)
  const records = collected.reduce((sum, source) => sum + source.records, 0)
  const others = collected.reduce((sum, { history }) => sum + history.opened + history.changed, 0)
  const seconds = ((performance.now() - from) / 1000).toFixed(1)
  console.error(`${fleet.count} machines, ${day}: ${records} records collected, ${seconds} s`)
  return { records, others }
}

async function maintain({ pool }: Database): Promise<void> {
  await pool.query('vacuum (analyze)')
}
