import type { OcsComputer } from '../../sources/ocs/computer.ts'
import { countBy } from '../plan.ts'
import type { OutcomeKind, RowOutcome } from '../row-outcome.ts'
import type { RehearsedTags } from './rehearse-tags.ts'

/** What other rules decide otherwise of OCS rows. */
export interface TagDifference {
  /** In the order of the rows. */
  readonly rows: readonly TagShift[]
  /** Rows by outcome; each adds up to the table. */
  readonly before: Readonly<Record<string, number>>
  readonly after: Readonly<Record<string, number>>
}

export interface TagShift {
  readonly computer: OcsComputer
  readonly from: TagDecision
  readonly to: TagDecision
}

/** What was decided of a row, and the TAG that would be written; null where none would. */
export interface TagDecision {
  readonly outcome: OutcomeKind
  readonly tag: string | null
}

/** Compares what two sets of rules decide of the same OCS rows. */
export function compareTags(before: RehearsedTags, after: RehearsedTags): TagDifference {
  const now = new Map(after.assessment.outcomes.map((row) => [row.computer.hardwareId, row]))
  return {
    rows: before.assessment.outcomes.flatMap((was): TagShift[] => {
      const is = now.get(was.computer.hardwareId)
      if (!is) return []
      const [from, to] = [decisionOf(was), decisionOf(is)]
      if (from.outcome === to.outcome && from.tag === to.tag) return []
      return [{ computer: was.computer, from, to }]
    }),
    before: countBy(before.assessment.outcomes, ({ kind }) => kind),
    after: countBy(after.assessment.outcomes, ({ kind }) => kind),
  }
}

export function decisionOf(outcome: RowOutcome): TagDecision {
  return { outcome: outcome.kind, tag: outcome.kind === 'planned' ? outcome.to : null }
}
