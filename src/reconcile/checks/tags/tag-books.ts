import type { Location } from '../../../sources/locations/location.ts'
import type { Assessment } from '../../assess.ts'
import type { OutcomeKind, RowOutcome } from '../../row-outcome.ts'
import { type PlaceFinder, placeFinder } from './place-finder.ts'

/** OCS and the two workbooks compared, as checks look at them. */
export interface TagBooks {
  readonly assessment: Assessment
  readonly placeOf: PlaceFinder
  /** The OCS rows that came out so, in the order of the rows. */
  outcomes(kind: OutcomeKind): readonly RowOutcome[]
}

/** Lays an assessment out for the checks; each row is looked at once, however many checks there are. */
export function tagBooks(assessment: Assessment, locations: readonly Location[]): TagBooks {
  const byKind = Map.groupBy(assessment.outcomes, ({ kind }) => kind)
  return {
    assessment,
    placeOf: placeFinder(locations),
    outcomes: (kind) => byKind.get(kind) ?? [],
  }
}
