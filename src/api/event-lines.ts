import { AppError } from '../lib/errors.ts'
import { type HeldPlaces, heldPlaces, type PlaceLimits } from './held-places.ts'

/** How many lines of events are held open at once, and for how long. */
export interface LineLimits extends PlaceLimits {
  /** A browser opens another after it, and tells what it heard last. */
  readonly mostOpenMs: number
  /** How often it is looked whether who listens still may. */
  readonly lookAgainMs: number
}

const USUAL: LineLimits = {
  ...{ perCaller: 10, perServer: 200 },
  ...{ mostOpenMs: 600_000, lookAgainMs: 10_000 },
}

/** The lines of events that callers hold open at this server; one too many is `request.too-many-lines`. */
export interface EventLines extends HeldPlaces {
  readonly limits: LineLimits
}

/** Counts lines by caller and in all. */
export function eventLines(changed: Partial<LineLimits> = {}): EventLines {
  const limits = { ...USUAL, ...changed }
  return { limits, ...heldPlaces(limits, tooMany) }
}

function tooMany(of: 'caller' | 'server', most: number): AppError {
  return new AppError('request.too-many-lines', { of, most, retryAfterSeconds: 30 })
}
