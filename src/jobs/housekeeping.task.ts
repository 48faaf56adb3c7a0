import type { JobContext } from './context.ts'
import { removeOldRuns } from './old-runs/remove-old-runs.ts'
import { deleteDueBefore, deleteLogBefore } from './queue/queries.ts'
import { runRecorded } from './run-recorded.ts'

/** What housekeeping removed. */
export interface HousekeepingSummary {
  /** Runs that ended long ago and to which nothing refers any more. */
  readonly runs: number
  /** Lines of the logs of runs that stay. */
  readonly logLines: number
  /** Times at which something was due. */
  readonly dueTimes: number
}

/** So long the log of a run tells what happened when. */
const LOG_DAYS = 90
const DAY_MS = 86_400_000

/** Removes what is no longer needed of runs; people, events and the history have rules of their own. */
export function keepHouse(context: JobContext) {
  return runRecorded<HousekeepingSummary>(context, 'housekeeping', async ({ progress }) => {
    const { database, now, settings } = context
    const daysAgo = (days: number) => new Date(now().getTime() - days * DAY_MS)
    const runs = await progress.step('remove-old-runs', (tick) =>
      removeOldRuns({ database, before: daysAgo(settings.retention.runDays), tick }),
    )
    const log = await deleteLogBefore(daysAgo(LOG_DAYS)).execute(database.db)
    const due = await deleteDueBefore(daysAgo(LOG_DAYS)).execute(database.db)
    const summary = {
      runs,
      logLines: Number(log.numAffectedRows ?? 0),
      dueTimes: Number(due.numAffectedRows ?? 0),
    }
    return { state: 'agreed', summary }
  })
}
