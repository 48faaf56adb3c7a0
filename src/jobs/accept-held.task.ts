import { collectionStore } from '../collect/store.ts'
import { historyStore } from '../inventory/history/store.ts'
import { dayIn } from '../lib/day.ts'
import { planStore } from '../reconcile/store.ts'
import type { JobContext } from './context.ts'
import { checkFleet } from './fleet/check-fleet.task.ts'
import { type FleetSummary, keepFleet } from './fleet/keep-fleet.task.ts'
import type { RunHandle } from './record-run.ts'
import { runRecorded } from './run-recorded.ts'
import { type Deed, tellTrail } from './tell-trail.ts'

/** What is accepted, by whom, and why. */
export interface Acceptance {
  readonly kind: 'plan' | 'collection'
  readonly id: number
  readonly by: string
  readonly reason: string | null
}

/** What was accepted, and what was made of the day it belongs to; null where no history is kept of it. */
export interface AcceptedSummary extends Acceptance {
  readonly fleet: FleetSummary | null
}

/** Lets a held plan or delivery pass, on the record. Throws when it is not there or not held. */
export function acceptHeld(context: JobContext, acceptance: Acceptance) {
  return runRecorded<AcceptedSummary>(context, 'accept', async (handle) => {
    const { kind, id, by, reason } = acceptance
    const about = `${kind === 'plan' ? 'P' : 'C'}${id}`
    const deed = { action: `${kind}.accepted`, about, details: { run: handle.id, by, reason } }
    if (kind === 'collection') {
      const fleet = await acceptCollection(context, handle, { acceptance, deed })
      return { state: 'agreed', summary: { ...acceptance, fleet } }
    }
    await planStore(context.database).accept(id, by, reason)
    await tellTrail(context, deed)
    return { state: 'agreed', summary: { ...acceptance, fleet: null } }
  })
}

async function acceptCollection(
  context: JobContext,
  handle: RunHandle,
  { acceptance: { id, by, reason }, deed }: { acceptance: Acceptance; deed: Deed },
): Promise<FleetSummary | null> {
  const { database, settings, now } = context
  const accepted = await collectionStore(database).accept(id, by, reason)
  await tellTrail(context, deed)
  if (accepted === null) return null
  const { source, day } = accepted
  const until = await historyStore(database).nextKnownDay([{ source }], day)
  const today = dayIn(settings.timeZone, now())
  const kept = await keepFleet(context, handle, { day, until, today })
  await checkFleet(context, handle)
  return kept
}
