import type { OutcomeKind, RowOutcome } from '../../row-outcome.ts'
import { defineTagCheck, type TagCheck } from '../check.ts'
import type { Disagreement, Severity } from '../finding-draft.ts'
import { computerEvidence } from './computer-evidence.ts'
import type { Place, PlaceFinder } from './place-finder.ts'
import { TAG_SCOPE } from './tag-scope.ts'

type Disagreeing = Exclude<OutcomeKind, 'unchanged' | 'planned'>

/** A check that is what came of an OCS row: the row's own judgement is its evidence. */
export function outcomeCheck<Kind extends Disagreeing>(
  kind: Kind,
  severity: Severity,
): TagCheck<Kind> {
  return defineTagCheck({
    code: kind,
    severity,
    sources: TAG_SCOPE,
    find: ({ outcomes, placeOf }) =>
      outcomes(kind).map((outcome) => disagreement(outcome, placeOf)),
  })
}

function disagreement(outcome: RowOutcome, placeOf: PlaceFinder): Disagreement {
  const { computer, kind: _check, ...judgement } = outcome
  return {
    subject: `ocs:${computer.hardwareId}`,
    name: computer.hostname,
    evidence: { ...computerEvidence(computer), ...judgement },
    siteId: null,
    ...placeOfOutcome(outcome, placeOf),
  }
}

/** The room that is expected, or else that the TAG speaks of. */
function placeOfOutcome(outcome: RowOutcome, placeOf: PlaceFinder): Place {
  if (!('location' in outcome)) return placeOf.byTag(outcome.computer.tag)
  const { building, municipality } = outcome.location
  return { building, municipality }
}
