import type { MusterRun } from '../muster/installation.ts'
import type { JobRun } from '../peer/peer.ts'

/** Both sides on the same books, one after the other. */
export interface Round {
  readonly muster: MusterRun
  readonly peer: JobRun
  /** Processes that wanted a processor in the minute before the round, as the system counts them. */
  readonly loadBefore: number
}

/** All rounds on books of one size. */
export interface SizeResult {
  readonly computers: number
  readonly assets: number
  readonly locations: number
  readonly changes: number
  readonly rounds: readonly Round[]
}

/** A number drawn from a round. */
export type Figure = (round: Round) => number
