import type { AppError } from '../lib/errors.ts'
import { isPartFailure } from '../lib/part-failure.ts'

/** What came of one part of a night. */
export interface Settled<T> {
  readonly value: T | null
  readonly failure: AppError | null
}

/** One part of a night: a named failure ends that part, and the next one still has its say. */
export async function settled<T>(work: () => Promise<T>): Promise<Settled<T>> {
  try {
    return { value: await work(), failure: null }
  } catch (error) {
    if (!isPartFailure(error)) throw error
    return { value: null, failure: error }
  }
}
