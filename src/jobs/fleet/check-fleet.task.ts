import { historyStore } from '../../inventory/history/store.ts'
import { linkStore } from '../../inventory/link/store.ts'
import { machineStore } from '../../inventory/machine/store.ts'
import { dayIn } from '../../lib/day.ts'
import { sourcesInPlay } from '../../reconcile/checks/fleet-roles.ts'
import { checkMachines, type MachineChecks } from '../../reconcile/findings/check-machines.task.ts'
import { findingStore } from '../../reconcile/findings/store.ts'
import { tagScopes } from '../../reconcile/findings/tag-looks.ts'
import type { JobContext } from '../context.ts'
import type { RunHandle } from '../record-run.ts'
import { runRecorded } from '../run-recorded.ts'
import { keepFleet } from './keep-fleet.task.ts'
import { machineSources } from './machine-sources.ts'

/** Checks the machines of the newest day again, by the rules as they are now. */
export function reconcileFleet(context: JobContext) {
  return runRecorded<{ readonly checks: MachineChecks | null }>(
    context,
    'reconcile',
    async (handle) => {
      const checks = await checkFleet(context, handle)
      const isQuiet = checks === null || Object.keys(checks.findings).length === 0
      return { state: isQuiet ? 'agreed' : 'differences', summary: { checks } }
    },
  )
}

/**
 * The same as part of another run; null where no machine was ever collected. A day that came in and
 * was never matched, as its run was broken off, is made whole first.
 */
export async function checkFleet(
  jobs: JobContext,
  handle: RunHandle,
): Promise<MachineChecks | null> {
  const { database, settings, now } = jobs
  const { id: runId, progress } = handle
  const today = dayIn(settings.timeZone, now())
  const day = await historyStore(database).newestMachineDay(today)
  if (day === null) return null
  if (!(await linkStore(database).isMatched(day))) {
    await keepFleet(jobs, handle, { day, until: null, today })
  }
  const context = {
    ...{ runId, settings: settings.checks },
    ...{ machines: machineStore(database), findings: findingStore(database) },
    otherLooks: settings.ocs ? tagScopes(settings.checks) : [],
    sources: sourcesInPlay(machineSources(settings), settings.checks.sources),
  }
  return progress.step('check-machines', () => checkMachines(context, { day, today }))
}
