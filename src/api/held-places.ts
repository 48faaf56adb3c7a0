import type { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'

/** How many places there are. */
export interface PlaceLimits {
  readonly perCaller: number
  readonly perServer: number
}

/** Places of which callers hold some at once. */
export interface HeldPlaces {
  /** Gives a place and what gives it back, once. Throws what stands for a full house. */
  take(caller: Pick<Caller, 'kind' | 'name'> | null): () => void
}

/** Counts places by caller and in all. `full` tells of whose there are no more, and how many there were. */
export function heldPlaces(
  { perCaller, perServer }: PlaceLimits,
  full: (of: 'caller' | 'server', most: number) => AppError,
): HeldPlaces {
  const byCaller = new Map<string, number>()
  let all = 0
  return {
    take(caller) {
      const key = `${caller?.kind} ${caller?.name}`
      const theirs = byCaller.get(key) ?? 0
      if (theirs >= perCaller) throw full('caller', perCaller)
      if (all >= perServer) throw full('server', perServer)
      byCaller.set(key, theirs + 1)
      all += 1
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        all -= 1
        const left = (byCaller.get(key) ?? 1) - 1
        if (left === 0) byCaller.delete(key)
        else byCaller.set(key, left)
      }
    },
  }
}
