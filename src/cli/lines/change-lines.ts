import type { ListedChange } from '../../reconcile/change-queries.ts'
import type { ChangeEvidence } from '../../reconcile/plan.ts'
import { tableLines } from './table.ts'

/** Changes as planned: the record, the computer, old and new value, and what decided. */
export function changeLines(changes: readonly ListedChange[]): string[] {
  return tableLines(
    changes.map(({ recordKey, hostname, from, to, evidence }) => [
      recordKey,
      hostname ?? '-',
      `${quoted(from)} -> ${quoted(to)}`,
      decidedBy(evidence),
    ]),
    ['right'],
  )
}

/** The two cells a TAG rests on, or the record a name is taken from. */
function decidedBy(evidence: ChangeEvidence): string {
  if (evidence.kind === 'names') return `${evidence.rmm.source}:${evidence.rmm.nativeKey}`
  return `${evidence.asset.place}, ${evidence.location.place}`
}

/** A value as it stands, blanks and all; `-` for none. */
export function quoted(value: string | null): string {
  if (value === null) return '-'
  return value === '' || value.trim() !== value ? JSON.stringify(value) : value
}
