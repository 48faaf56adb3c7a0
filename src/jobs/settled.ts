import { AppError, type ErrorCode } from '../lib/errors.ts'

/** What came of one part of a night. */
export interface Settled<T> {
  readonly value: T | null
  readonly failure: AppError | null
}

/** What ends the whole: somebody wants it to stop, or another may be at work. */
const OF_THE_WHOLE: readonly ErrorCode[] = ['run.cancelled', 'run.lock-lost']

/** One part of a night: a named failure ends that part, and the next one still has its say. */
export async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work(), failure: null }
  } catch (error) {
    if (!(error instanceof AppError) || OF_THE_WHOLE.includes(error.code)) throw error
    return { value: null, failure: error }
  }
}
