import type { NewOutcome } from './queries.ts'

/** An interrupted plan, with what came of every change it had begun. */
export interface SettledPlan {
  readonly planId: number
  readonly outcomes: readonly NewOutcome[]
  /** Keys of the records that it is now known to have written. */
  readonly written: readonly string[]
}
