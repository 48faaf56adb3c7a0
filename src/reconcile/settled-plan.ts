import type { NewOutcome } from './queries.ts'

/** An interrupted plan, with what came of every change it had begun. */
export interface SettledPlan {
  readonly planId: number
  readonly outcomes: readonly NewOutcome[]
}
