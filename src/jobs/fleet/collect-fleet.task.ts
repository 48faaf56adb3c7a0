import {
  type CollectedDay,
  collectDay,
  type DayContext,
  type DayFeed,
} from '../../collect/collect-day.task.ts'
import { collectionStore } from '../../collect/store.ts'
import type { KeyRing } from '../../db/key-ring.ts'
import { historyStore } from '../../inventory/history/store.ts'
import { type Day, dayIn } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { MachineChecks } from '../../reconcile/findings/check-machines.task.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { checkFleet } from './check-fleet.task.ts'
import { fleetFeeds } from './feeds.ts'
import { type FleetSummary, keepFleet } from './keep-fleet.task.ts'

/** What collecting a day came to. */
export interface CollectSummary {
  readonly day: Day
  readonly sources: readonly CollectedDay[]
  /** Null when nothing of the day went into the history. */
  readonly fleet: FleetSummary | null
  /** Where the sources disagree; null for a past day, and where no machine was ever collected. */
  readonly checks: MachineChecks | null
}

/** Collects today of every configured source, or of those named, and makes the day of it. */
export function collectFleet(context: JobContext, only: readonly string[]) {
  return runRecorded<CollectSummary>(context, 'collect', async (handle) => {
    const summary = await collectToday(context, handle, only)
    return { state: stateOfSources(summary.sources), summary }
  })
}

/** Collects today of the sources of which today is not in the history yet. */
export function collectMissing(context: JobContext) {
  return runRecorded<CollectSummary>(context, 'collect', async (handle) => {
    const { database, settings, now } = context
    const ring = await openRing(database, settings.fleet.keyRing)
    const day = dayIn(settings.timeZone, now())
    const known = await collectionStore(database).freshness()
    const isThere = new Set(known.flatMap(({ source, lastDay }) => (lastDay === day ? source : [])))
    const feeds = fleetFeeds(context, ring).filter(({ key }) => !isThere.has(key))
    if (feeds.length === 0) {
      return { state: 'agreed', summary: { day, sources: [], fleet: null, checks: null } }
    }
    const summary = await collectFeeds(context, handle, { feeds, ring, day })
    return { state: stateOfSources(summary.sources), summary }
  })
}

/** The same as part of another run. */
export async function collectToday(
  context: JobContext,
  handle: RunHandle,
  only: readonly string[],
): Promise<CollectSummary> {
  const ring = await openRing(context.database, context.settings.fleet.keyRing)
  const feeds = feedsNamed(fleetFeeds(context, ring), only)
  const day = dayIn(context.settings.timeZone, context.now())
  return collectFeeds(context, handle, { feeds, ring, day })
}

interface Order {
  readonly feeds: readonly DayFeed[]
  readonly ring: KeyRing
  readonly day: Day
}

/** Fetches the feeds, a few at once, each into the history by itself, and makes the day of what came. */
export async function collectFeeds(
  context: JobContext,
  handle: RunHandle,
  { feeds, ring, day }: Order,
): Promise<CollectSummary> {
  const { settings, database, now } = context
  const today = dayIn(settings.timeZone, now()) // a night may end after midnight
  const collecting: DayContext = {
    runId: handle.id,
    day,
    database,
    collections: collectionStore(database),
    ring,
    policy: settings.fleet.policy,
    progress: handle.progress,
    now,
    shrinkLimit: settings.guards.shrink,
  }
  const sources = await inLanes(feeds, (feed) => collectDay(collecting, feed))
  const isKept = sources.some(({ history }) => history !== null)
  const until = isKept ? await historyStore(database).nextKnownDay(sources, day) : null
  const fleet = isKept ? await keepFleet(context, handle, { day, until, today }) : null
  const checks = day === today ? await checkFleet(context, handle) : null
  return { day, sources, fleet, checks }
}

/** The feeds of these names; all when none is named. Throws `source.not-configured`. */
function feedsNamed(feeds: readonly DayFeed[], names: readonly string[]): readonly DayFeed[] {
  if (names.length === 0) return feeds
  return names.map((name) => {
    const feed = feeds.find(({ key }) => key === name)
    if (!feed) throw new AppError('source.not-configured', { source: name })
    return feed
  })
}

/** Feeds fetched at once: each needs a session of the database for itself. */
const LANES = 4

/** Does the work on each item, a few at once; gives the results in the order of the items. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Promise<Result>[] = []
  const waiting = items.values()
  const lane = async (): Promise<void> => {
    for (const item of waiting) {
      const result = work(item)
      results.push(result)
      await result
    }
  }
  await Promise.allSettled(Array.from({ length: LANES }, lane))
  return Promise.all(results)
}

/** The worst that can be said of the sources together. */
export function stateOfSources(
  sources: readonly CollectedDay[],
): 'agreed' | 'differences' | 'held' | 'failed' {
  if (sources.some(({ state }) => state === 'failed')) return 'failed'
  if (sources.some(({ state }) => state === 'held')) return 'held'
  const isOdd = sources.some(
    ({ state, rejections }) => state === 'partial' || rejections.length > 0,
  )
  return isOdd ? 'differences' : 'agreed'
}
