import type { SeriesName } from '../figures/series-name.ts'
import type { KeptModel } from '../forecast/choose/choose-model.ts'
import type { Regressor } from '../forecast/regressors/regressor.ts'

/** What is known of the study of a series before it is studied again. */
export interface PastStudy extends SeriesName {
  readonly kept: KeptModel
  /** Hash of the figures it was made of, in hexadecimal. */
  readonly figuresHash: string
  readonly chosenAt: Date
  /** Whether a naive model serves only because there were too few figures to try others. */
  readonly wasTooShort: boolean
  /** What was named as moving it; null where nothing was. */
  readonly regressors: readonly Regressor[] | null
}

/** What is to be done about a series. */
export type StudyNeed =
  /** Nothing: it has no new figures, and its model is of this week. */
  | 'none'
  /** The model that served so far looks at the figures as they are now. */
  | 'look-again'
  /** A model is chosen anew: after a week, or once there may be figures enough to try some. */
  | 'choose'

/** A model serves a week; then others may do better. By days, for a night begins at one hour and ends at another. */
const SERVES_DAYS = 7
const DAY_MS = 86_400_000

/** What a series needs, by what was made of it before (null: nothing). `anew` chooses whatever there is. */
export function studyNeed(
  past: Pick<PastStudy, 'figuresHash' | 'chosenAt' | 'wasTooShort'> | null,
  { figuresHash, now, anew }: StudyMoment,
): StudyNeed {
  if (past === null || anew) return 'choose'
  if (dayOf(now) - dayOf(past.chosenAt) >= SERVES_DAYS) return 'choose'
  if (past.figuresHash === figuresHash) return 'none'
  return past.wasTooShort ? 'choose' : 'look-again'
}

function dayOf(instant: Date): number {
  return Math.floor(instant.getTime() / DAY_MS)
}

interface StudyMoment {
  readonly figuresHash: string
  readonly now: Date
  readonly anew: boolean
}
