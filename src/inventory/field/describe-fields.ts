import type { Day } from '../../lib/day.ts'
import { type FieldOrder, orderOf } from './field-policy.ts'
import { type Claim, type FieldRule, fieldWinner, type LostBecause } from './field-winner.ts'
import { FIELDS, type Field, type FieldName, type FieldValue, type SaidPulse } from './fields.ts'
import type { Heard } from './heard.ts'
import type { KeptVersion } from './queries.ts'
import { saidSince } from './said-since.ts'

/** A record of a machine with all that is kept of what it said up to a day. */
export interface KnownRecord {
  readonly recordId: number
  readonly source: string
  /** Its source, and its id there: `ninjaone:501`. */
  readonly ref: string
  /** Newest first; the first is the one of the day. */
  readonly versions: readonly KeptVersion[]
  /** Null where it is not known of that day. */
  readonly pulse: SaidPulse | null
  readonly lastContact: Date | null
  readonly heard: Heard
}

/** What one record says of one field, and how old that is. */
export interface SaidValue {
  readonly ref: string
  readonly source: string
  readonly value: FieldValue
  /** The day from which it has said just this, by the days kept; null where no history is kept. */
  readonly since: Day | null
  readonly lastContact: Date | null
  readonly heard: Heard
}

/** A value that another one outweighs. */
export interface LostValue extends SaidValue {
  readonly because: LostBecause
  readonly agrees: boolean
}

/** One field of a machine: whose value stands for it and why, and what every other record says. */
export type FieldAnswer = { readonly field: FieldName } & (
  | ({ readonly kind: 'won'; readonly rule: FieldRule; readonly winner: SaidValue } & Others)
  | ({ readonly kind: 'nothing-said' } & Others)
  /** Kept as of the newest day alone, and the day asked for is another. */
  | { readonly kind: 'not-kept' }
)

interface Others {
  readonly losers: readonly LostValue[]
  /** The records that say nothing of it. */
  readonly blank: readonly string[]
}

/** Every field of a machine, from what its records say. */
export function describeFields(records: readonly KnownRecord[], order: FieldOrder): FieldAnswer[] {
  return FIELDS.map((field) =>
    field.kept === 'as-of-newest' && records.every(({ pulse }) => pulse === null)
      ? { field: field.name, kind: 'not-kept' }
      : fieldAnswer(field, records, orderOf(field.name, order)),
  )
}

interface FieldClaim extends Claim {
  readonly record: KnownRecord
  readonly value: FieldValue | null
}

function fieldAnswer(
  field: Field,
  records: readonly KnownRecord[],
  order: readonly string[],
): FieldAnswer {
  const verdict = fieldWinner(
    records.map((record) => claimOf(field, record)),
    order,
  )
  const others = {
    losers: verdict.losers.flatMap(({ claim, because, agrees }) =>
      saidOf(field, claim).map((said) => ({ ...said, because, agrees })),
    ),
    blank: verdict.blank.map(({ record }) => record.ref),
  }
  const [winner] = verdict.kind === 'won' ? saidOf(field, verdict.winner) : []
  if (verdict.kind === 'nothing-said' || winner === undefined) {
    return { field: field.name, kind: 'nothing-said', ...others }
  }
  return { field: field.name, kind: 'won', rule: verdict.rule, winner, ...others }
}

function claimOf(field: Field, record: KnownRecord): FieldClaim {
  const value = valueIn(field, record)
  return {
    record,
    value,
    recordId: record.recordId,
    source: record.source,
    key: value === null ? null : field.compared(value),
    isBlank: value === null,
    isSilent: record.heard.kind === 'silent',
    heardAt: record.lastContact?.getTime() ?? null,
  }
}

function valueIn(field: Field, { versions, pulse }: KnownRecord): FieldValue | null {
  if (field.kept === 'as-of-newest') return pulse && field.said(pulse)
  const [now] = versions
  return now === undefined ? null : field.said(now.said)
}

/** Nothing for a claim without a value. */
function saidOf(field: Field, { record, value }: FieldClaim): SaidValue[] {
  if (value === null) return []
  const { ref, source, lastContact, heard } = record
  return [{ ref, source, value, since: sinceOf(field, record), lastContact, heard }]
}

function sinceOf(field: Field, { versions }: KnownRecord): Day | null {
  if (field.kept === 'as-of-newest') return null
  return saidSince(
    versions.map(({ from, wasAway, said }) => ({ from, wasAway, said: field.said(said) })),
  )
}
