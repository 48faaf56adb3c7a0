import type { VerdictWord } from '../../analytics/study/anomaly-queries.ts'
import { studyStore } from '../../analytics/study/store.ts'
import type { Day } from '../../lib/day.ts'
import { AppError } from '../../lib/errors.ts'
import type { JobContext } from '../context.ts'
import { runRecorded } from '../run-recorded.ts'

/** What a person says of a day of a metric. */
export interface SaidOfDay {
  readonly source: string
  readonly metric: string
  readonly day: Day
  /** Null to take back what was said. */
  readonly verdict: VerdictWord | null
  readonly reason: string | null
  readonly by: string
}

/**
 * Keeps what a person says of a day, in the place of what was said of it before, or takes that back; the next study
 * heeds it. Throws `verdict.not-found` when nothing stands that could be taken back.
 */
export function sayOfDay(context: JobContext, { verdict, ...said }: SaidOfDay) {
  return runRecorded<SaidOfDay>(context, 'verdict', async ({ id: runId }) => {
    const store = studyStore(context.database)
    const now = context.now()
    if (verdict !== null) await store.say({ ...said, verdict }, { runId, now })
    else if (!(await store.withdraw(said, now))) throw nothingStands(said)
    return { state: 'agreed', summary: { ...said, verdict } }
  })
}

function nothingStands({ source, metric, day }: Pick<SaidOfDay, 'source' | 'metric' | 'day'>) {
  return new AppError('verdict.not-found', { source, metric, day })
}
