import type { LedgerEntry } from '../../collect/queries.ts'
import { collectionStore } from '../../collect/store.ts'
import { type Day, daysDown } from '../../lib/day.ts'
import type { JobContext } from '../context.ts'
import { fleetSources } from './fleet-sources.ts'

/** Which source was collected on which day. */
export interface CollectedDays {
  /** Those that are configured, then others that were once. */
  readonly sources: readonly string[]
  /** Newest first. */
  readonly entries: readonly LedgerEntry[]
  /** What was never tried. */
  readonly notCollected: readonly { readonly source: string; readonly day: Day }[]
}

/** Tells of every source on every day from one to another how it was collected, or that it was not. */
export async function collectedDays(
  { database, settings }: Pick<JobContext, 'database' | 'settings'>,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<CollectedDays> {
  const entries = await collectionStore(database).ledger(from, to)
  const others = entries.map(({ source }) => source).toSorted()
  const sources = [...new Set([...fleetSources(settings), ...others])]
  const told = new Set(entries.map(({ day, source }) => `${day} ${source}`))
  const notCollected = daysDown(from, to).flatMap((day) =>
    sources.filter((source) => !told.has(`${day} ${source}`)).map((source) => ({ source, day })),
  )
  return { sources, entries, notCollected }
}
