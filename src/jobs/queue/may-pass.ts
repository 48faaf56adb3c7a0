import { isLostConnection } from '../../db/lost-connection.ts'
import { AppError, type ErrorCode } from '../../lib/errors.ts'

const PASSING: readonly ErrorCode[] = [
  ...(['database.unreachable', 'run.lock-lost', 'run.busy'] as const),
  ...(['ocs.unreachable', 'api.unreachable', 'api.timed-out'] as const),
]

/** Whether what a job failed by may be over when it is tried again. */
export function mayPass(error: unknown): boolean {
  if (error instanceof AppError) return PASSING.includes(error.code)
  return isLostConnection(error)
}
