import { payloadStore } from '../../collect/payload/store.ts'
import { type PruneSummary, retentionStore } from '../../inventory/retention/store.ts'
import { dayIn } from '../../lib/day.ts'
import type { JobContext } from '../context.ts'
import { openRing } from '../open-ring.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'

/** What retention would take today; takes nothing. */
export function wouldPrune({ database, settings, now }: JobContext): Promise<PruneSummary> {
  const today = dayIn(settings.timeZone, now())
  return retentionStore(database).wouldPrune(today, settings.fleet.retention)
}

/** What retention took. */
export interface PrunedSummary extends PruneSummary {
  /** Rows as received that no version points at any more. */
  readonly payloads: number
}

/** Takes what is not to be kept out of the history. */
export function pruneFleet(context: JobContext) {
  return runRecorded<PrunedSummary>(context, 'prune', async (handle) => ({
    state: 'agreed',
    summary: await pruneNow(context, handle),
  }))
}

/** The same as part of another run; closes the months that are over first. */
export function pruneNow(
  { database, settings, now }: JobContext,
  { progress }: RunHandle,
): Promise<PrunedSummary> {
  const today = dayIn(settings.timeZone, now())
  return progress.step('prune', async () => {
    const retention = retentionStore(database)
    await retention.closeMonths(today)
    const pruned = await retention.prune(today, settings.fleet.retention)
    const payloads = payloadStore(database, await openRing(database, settings.fleet.keyRing))
    return { ...pruned, payloads: await payloads.deleteUnused() }
  })
}
