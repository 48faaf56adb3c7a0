/** How many requests may follow each other at once before the pace is held, as a share of a minute's. */
const BURST_SHARE = 1 / 20

/** A token bucket as one number: when, in epoch milliseconds, it will be full again. */
export interface Pace {
  readonly fullAt: number
}

export const RESTED: Pace = { fullAt: 0 }

/** Takes the next turn: how long it must be waited for, and the pace for those who come after. */
export function takeTurn(
  { fullAt }: Pace,
  now: number,
  requestsPerMinute: number,
): { readonly pace: Pace; readonly waitMs: number } {
  const interval = 60_000 / requestsPerMinute
  const tolerance = (burstOf(requestsPerMinute) - 1) * interval
  const from = Math.max(fullAt, now)
  return { pace: { fullAt: from + interval }, waitMs: Math.max(0, from - tolerance - now) }
}

/** Requests that may be sent at once after a rest. @example burstOf(100) // => 5 */
export function burstOf(requestsPerMinute: number): number {
  return Math.max(1, Math.floor(requestsPerMinute * BURST_SHARE))
}
