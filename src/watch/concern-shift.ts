import type { Concern } from './concern.ts'

/** A concern that was there when last looked. */
export interface KnownConcern {
  readonly id: number
  readonly key: string
  readonly pastAt: Date | null
}

/** What has changed since the last look. */
export interface ConcernShift {
  /** Was not there when last looked. */
  readonly begun: readonly Concern[]
  /** Was there and still is, as it is now. */
  readonly still: readonly Concern[]
  /** Ids of those that were there and have been mended. */
  readonly over: readonly number[]
  /** Ids of those that are too old to matter and were not mended; nobody is told of that. */
  readonly past: readonly number[]
}

/** Compares what is wrong now with what was wrong at the last look. */
export function concernShift(
  known: readonly KnownConcern[],
  now: readonly Concern[],
  at: Date,
): ConcernShift {
  const before = new Set(known.map(({ key }) => key))
  const standing = new Set(now.map(({ key }) => key))
  const gone = known.filter(({ key }) => !standing.has(key))
  const isPast = ({ pastAt }: KnownConcern) => pastAt !== null && pastAt <= at
  return {
    begun: now.filter(({ key }) => !before.has(key)),
    still: now.filter(({ key }) => before.has(key)),
    over: gone.filter((each) => !isPast(each)).map(({ id }) => id),
    past: gone.filter(isPast).map(({ id }) => id),
  }
}
