import type { Day } from '../../lib/day.ts'
import { FIELDS, type FieldName, type FieldValue, type SaidVersion } from './fields.ts'
import type { KeptVersion } from './queries.ts'

/** What happened to one record of a machine on one day. */
export interface TimelineEntry {
  readonly day: Day
  /** Its source, and its id there: `ninjaone:501`. */
  readonly ref: string
  /** `first`: the first that is kept of it; `returned`: it had been away. */
  readonly kind: 'first' | 'returned' | 'changed'
  /** What it said before and says from then on; null where nothing. */
  readonly changes: readonly FieldChange[]
}

export interface FieldChange {
  readonly field: FieldName
  readonly before: FieldValue | null
  readonly after: FieldValue | null
}

/** What each record of a machine said anew on which day, the newest first. Versions come newest first. */
export function timelineOf(
  records: readonly { readonly ref: string; readonly versions: readonly KeptVersion[] }[],
): TimelineEntry[] {
  return records
    .flatMap(({ ref, versions }) =>
      versions.flatMap((version, at) => entryOf(ref, version, versions[at + 1])),
    )
    .sort((one, other) =>
      one.day === other.day ? byRef(one, other) : one.day < other.day ? 1 : -1,
    )
}

function entryOf(
  ref: string,
  { from: day, wasAway, said }: KeptVersion,
  before: KeptVersion | undefined,
): TimelineEntry[] {
  if (before === undefined) return [{ day, ref, kind: 'first', changes: [] }]
  const changes = changesBetween(before.said, said)
  if (wasAway) return [{ day, ref, kind: 'returned', changes }]
  return changes.length === 0 ? [] : [{ day, ref, kind: 'changed', changes }]
}

function changesBetween(one: SaidVersion, other: SaidVersion): FieldChange[] {
  return FIELDS.flatMap((field) => {
    if (field.kept !== 'by-day') return []
    const [before, after] = [field.said(one), field.said(other)]
    const isSame = JSON.stringify(before) === JSON.stringify(after)
    return isSame ? [] : [{ field: field.name, before, after }]
  })
}

function byRef(one: TimelineEntry, other: TimelineEntry): number {
  return one.ref < other.ref ? -1 : one.ref > other.ref ? 1 : 0
}
