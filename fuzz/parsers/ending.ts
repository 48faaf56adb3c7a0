import { AppError } from '../../src/lib/errors.ts'

/** How a piece of work ended: its answer, or the code of the failure it named. Whatever else it throws flies on. */
export async function endingOf(work: () => Promise<string> | string): Promise<string> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
