import { AppError, type ErrorCode } from './errors.ts'

/** What ends a run as a whole: somebody wants it to stop, or another may be at work. */
const OF_THE_WHOLE: readonly ErrorCode[] = ['run.cancelled', 'run.lock-lost']

/** Whether it is a named failure of one part of a run, after which the next part still has its say. */
export function isPartFailure(error: unknown): error is AppError {
  return error instanceof AppError && !OF_THE_WHOLE.includes(error.code)
}
