/**
 * How long a process that takes a file in keeps others waiting: from one look of Node at its event loop
 * to the next, of which 10 ms are the pause it was asked for.
 */
export interface EventLoopDelays {
  readonly medianMs: number
  readonly meanMs: number
  readonly p99Ms: number
  readonly maxMs: number
  readonly looks: number
  readonly seconds: number
  readonly inserted: number
}
