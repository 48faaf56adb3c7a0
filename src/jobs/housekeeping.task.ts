import type { JobContext } from './context.ts'
import { deleteDueBefore, deleteLogBefore } from './queue/queries.ts'
import { runRecorded } from './run-recorded.ts'

/** What housekeeping removed. */
export interface HousekeepingSummary {
  /** Lines of the logs of runs; the runs themselves stay. */
  readonly logLines: number
  /** Times at which something was due. */
  readonly dueTimes: number
}

/** So long the log of a run tells what happened when. */
const KEPT_DAYS = 90
const DAY_MS = 86_400_000

/** Removes what is no longer needed of runs; people, events and the history have rules of their own. */
export function keepHouse(context: JobContext) {
  return runRecorded<HousekeepingSummary>(context, 'housekeeping', async () => {
    const { database, now } = context
    const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS)
    const log = await deleteLogBefore(before).execute(database.db)
    const due = await deleteDueBefore(before).execute(database.db)
    const summary = {
      logLines: Number(log.numAffectedRows ?? 0),
      dueTimes: Number(due.numAffectedRows ?? 0),
    }
    return { state: 'agreed', summary }
  })
}
