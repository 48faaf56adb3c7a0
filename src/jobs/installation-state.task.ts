import { collectionStore } from '../collect/store.ts'
import { countStore } from '../inventory/count/store.ts'
import { daysBetween } from '../inventory/field/heard.ts'
import { listStore } from '../inventory/list/store.ts'
import { siteStore } from '../inventory/site/store.ts'
import { type Day, dayIn } from '../lib/day.ts'
import type { JobContext } from './context.ts'
import { fleetSources } from './fleet/fleet-sources.ts'

/** How much is kept, and how new it is. */
export interface InstallationState {
  readonly sites: number
  /** Machines counted once, as counted last. */
  readonly devices: number
  /** Days of sources that can be asked for. */
  readonly snapshots: number
  readonly sources: readonly SourceState[]
  readonly at: Date
}

/** A source that is configured, or was. */
export interface SourceState {
  readonly source: string
  /** The newest day that was collected whole; null while none was. */
  readonly lastDay: Day | null
  readonly daysAgo: number | null
  readonly lastTry: Date | null
  readonly lastState: string | null
}

/** Looks at what is kept as of now. */
export async function installationState({
  database,
  settings,
  now,
}: Pick<JobContext, 'database' | 'settings' | 'now'>): Promise<InstallationState> {
  const at = now()
  const today = dayIn(settings.timeZone, at)
  const collections = collectionStore(database)
  const counted = await listStore(database).countedUpTo(today)
  const counts = counted === null ? null : await countStore(database).find(counted)
  const asked = new Map((await collections.freshness()).map((each) => [each.source, each]))
  const names = new Set([...fleetSources(settings), ...asked.keys()])
  return {
    sites: (await siteStore(database).sites()).length,
    devices: counts?.distinctTotal ?? 0,
    snapshots: await collections.countKnownDays(),
    sources: [...names].map((source) => {
      const { lastDay = null, lastTry = null, lastState = null } = asked.get(source) ?? {}
      const daysAgo = lastDay === null ? null : daysBetween(lastDay, today)
      return { source, lastDay, daysAgo, lastTry, lastState }
    }),
    at,
  }
}
