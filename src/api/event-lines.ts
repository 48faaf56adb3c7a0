import { AppError } from '../lib/errors.ts'
import type { Caller } from './caller.ts'

/** How many lines of events are held open at once, and for how long. */
export interface LineLimits {
  readonly perCaller: number
  readonly perServer: number
  /** A browser opens another after it, and tells what it heard last. */
  readonly mostOpenMs: number
  /** How often it is looked whether who listens still may. */
  readonly lookAgainMs: number
}

const USUAL: LineLimits = {
  ...{ perCaller: 10, perServer: 200 },
  ...{ mostOpenMs: 600_000, lookAgainMs: 10_000 },
}

/** The lines of events that callers hold open at this server. */
export interface EventLines {
  readonly limits: LineLimits
  /** Counts a line in and gives what counts it out again, once. Throws `request.too-many-lines`. */
  take(caller: Pick<Caller, 'kind' | 'name'> | null): () => void
}

/** Counts lines by caller and in all. */
export function eventLines(changed: Partial<LineLimits> = {}): EventLines {
  const limits = { ...USUAL, ...changed }
  const byCaller = new Map<string, number>()
  let all = 0
  return {
    limits,
    take(caller) {
      const key = `${caller?.kind} ${caller?.name}`
      const theirs = byCaller.get(key) ?? 0
      if (theirs >= limits.perCaller) throw tooMany('caller', limits.perCaller)
      if (all >= limits.perServer) throw tooMany('server', limits.perServer)
      byCaller.set(key, theirs + 1)
      all += 1
      let isTaken = true
      return () => {
        if (!isTaken) return
        isTaken = false
        all -= 1
        const left = (byCaller.get(key) ?? 1) - 1
        if (left === 0) byCaller.delete(key)
        else byCaller.set(key, left)
      }
    },
  }
}

function tooMany(of: 'caller' | 'server', most: number): AppError {
  return new AppError('request.too-many-lines', { of, most, retryAfterSeconds: 30 })
}
