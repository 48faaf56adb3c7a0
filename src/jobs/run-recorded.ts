import type { JobContext } from './context.ts'
import type { TaskName } from './queries.ts'
import { type RunHandle, recordRun, type TaskResult } from './record-run.ts'

/** Does a task's work alone and on the record; see `recordRun`. */
export function runRecorded<Summary>(
  { database, progress, who, signal, asked, settings }: JobContext,
  task: TaskName,
  work: (handle: RunHandle) => Promise<TaskResult<Summary>>,
) {
  const silentMs = settings.leaseSeconds * 1000
  return recordRun({ database, progress, signal, silentMs, asked, run: { ...who, task } }, work)
}
