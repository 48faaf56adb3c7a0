import { sql } from 'kysely'
import { changeOfOutcome, outcomeOfChange } from './outcome-join.ts'
import type { ChangeEvidence, Corrects } from './plan.ts'

/** A change as listed: what, where, why, and what became of it. */
export interface ListedChange {
  readonly n: number
  readonly recordKey: string
  readonly hostname: string | null
  readonly inventoryNumber: string | null
  /** Key of the organisation the record lies in; null where its system has none. */
  readonly organisation: string | null
  readonly from: string | null
  readonly to: string | null
  /** Of a TAG, the cells that decided: finance's, and the classifier's. */
  readonly financeCell: string | null
  readonly classifierCell: string | null
  /** What decided, as it was read. */
  readonly evidence: ChangeEvidence
  readonly building: string | null
  readonly municipality: string | null
  /** `pending` until there is an outcome. */
  readonly outcome: 'pending' | 'applied' | 'moved' | 'failed'
  /** Who wrote it or tried to, in which run and when; null while it is pending. */
  readonly actor: string | null
  readonly runId: number | null
  readonly at: Date | null
  /** The value and the number that stood there instead, and whether the record itself was gone. */
  readonly found: string | null
  readonly foundNumber: string | null
  readonly foundGone: boolean
  readonly reason: string | null
}

/** Changes as `c` with their outcomes as `o`. */
const listed = sql`
    select c.n, c.record_key as "recordKey", c.machine ->> 'hostname' as hostname,
      c.inventory_number as "inventoryNumber", c.organisation, c.from_value as "from", c.to_value as "to",
      c.evidence #>> '{asset,place}' as "financeCell",
      c.evidence #>> '{location,place}' as "classifierCell", c.evidence,
      c.building, c.municipality, coalesce(o.kind, 'pending') as outcome, o.actor,
      o.run_id as "runId", o.at, o.found_value as found, o.found_number as "foundNumber",
      coalesce(o.found_gone, false) as "foundGone", o.reason
    from change c
    ${outcomeOfChange}`

/** Changes of a plan in order: all, or those not written, at most `limit` (null: no limit). */
export function listedChanges(
  planId: number,
  { which, limit }: { which: 'all' | 'not-written'; limit: number | null },
) {
  return sql<ListedChange>`
    ${listed}
    where c.plan_id = ${planId} and (${which} = 'all' or o.kind is distinct from 'applied')
    order by c.n
    limit ${limit}`
}

/** Changes of a plan numbered above `after`, at most `limit`. */
export function changesAfter(planId: number, after: number, limit: number) {
  return sql<ListedChange>`
    ${listed}
    where c.plan_id = ${planId} and c.n > ${after}
    order by c.n
    limit ${limit}`
}

/** Which changes of a plan are asked for; null for whatever outcome, or text. */
export interface ChangeFilter {
  readonly outcome: ListedChange['outcome'] | null
  /** Stands somewhere in its machine, values, number or place, in whatever case. */
  readonly text: string | null
}

export function changesMatching(
  planId: number,
  filter: ChangeFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
) {
  return sql<ListedChange>`
    ${listed}
    where c.plan_id = ${planId} and ${isMatching(filter)}
    order by c.n
    limit ${limit} offset ${offset}`
}

export function countChangesMatching(planId: number, filter: ChangeFilter) {
  return sql<{ count: number }>`
    select count(*) as count
    from change c
    ${outcomeOfChange}
    where c.plan_id = ${planId} and ${isMatching(filter)}`
}

function isMatching({ outcome, text }: ChangeFilter) {
  return sql`
    (${outcome}::text is null or coalesce(o.kind, 'pending') = ${outcome})
    and (${text}::text is null or strpos(
      lower(concat_ws(E'\\n', c.record_key, c.machine ->> 'hostname', c.inventory_number, c.organisation,
        c.from_value, c.to_value, c.building, c.municipality)),
      lower(${text})) > 0)`
}

/** One line of the audit trail: a change that was written or tried, by whom and when. */
export interface AuditEntry {
  readonly at: Date
  readonly actor: string
  readonly runId: number
  readonly planId: number
  readonly corrects: Corrects
  /** The plan it took back, when it was an undo. */
  readonly undoes: number | null
  readonly recordKey: string
  readonly from: string | null
  readonly to: string | null
  readonly kind: 'applied' | 'moved' | 'failed'
  readonly found: string | null
  readonly reason: string | null
}

/** How long the audit trail is; of one plan and its undo, or of all. */
export function auditCount(planId: number | null) {
  return sql<{ count: number }>`
    select count(*) as count
    from outcome o
    join plan p on p.id = o.plan_id
    where ${planId}::bigint is null or ${planId}::bigint in (p.id, p.undoes)`
}

/** The audit trail, newest first; of one plan and its undo, or of all. */
export function auditTrail(planId: number | null, limit: number | null) {
  return sql<AuditEntry>`
    select o.at, o.actor, o.run_id as "runId", o.plan_id as "planId", p.corrects,
      p.undoes, c.record_key as "recordKey", c.from_value as "from", c.to_value as "to", o.kind,
      o.found_value as found, o.reason
    from outcome o
    ${changeOfOutcome}
    join plan p on p.id = o.plan_id
    where ${planId}::bigint is null or ${planId}::bigint in (p.id, p.undoes)
    order by o.at desc, o.plan_id desc, o.n desc
    limit ${limit}`
}
