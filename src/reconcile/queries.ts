import { sql } from 'kysely'
import type { AccessShift } from './access-scope.ts'
import type { AppliedChange } from './applied-change.ts'
import type { KeptPlanState } from './head-queries.ts'
import { changeOfOutcome, outcomeOfChange } from './outcome-join.ts'
import type { Corrects } from './plan.ts'

/** What a new plan says of itself, whatever it corrects. */
export interface NewPlanHead {
  readonly runId: number
  readonly target: string
  readonly state: 'held' | 'waiting'
  readonly outcomes: Readonly<Record<string, number>>
  readonly holds: readonly unknown[]
  readonly changes: number
}

/** What a new plan of TAGs says of itself. */
export interface NewPlan extends NewPlanHead {
  readonly collections: {
    readonly finance: number
    readonly locations: number
    readonly ocs: number
  }
  readonly lists: Readonly<Record<string, number>>
  readonly access: readonly AccessShift[]
}

export function insertPlan(plan: NewPlanHead, corrects: Corrects) {
  return sql<{ id: number }>`
    insert into plan (run_id, kind, corrects, state, target, outcomes, holds, changes)
    values (${plan.runId}, ${corrects}, ${corrects}, ${plan.state}, ${plan.target},
      ${JSON.stringify(plan.outcomes)}::jsonb, ${JSON.stringify(plan.holds)}::jsonb, ${plan.changes})
    returning id`
}

/** What only a plan of TAGs says: what it was made from, what disagreed, whose sight it moves. */
export function addBooks(planId: number, { collections, lists, access }: NewPlan) {
  const { finance, locations, ocs } = collections
  return sql`
    update plan
    set finance_collection = ${finance}, locations_collection = ${locations},
      ocs_collection = ${ocs}, lists = ${JSON.stringify(lists)}::jsonb,
      access = ${JSON.stringify(access)}::jsonb
    where id = ${planId}`
}

/** Plans of the same kind for the same system that were still to be applied give way to a newer one. */
export function supersedeOlder(planId: number) {
  return sql`
    update plan older
    set state = 'superseded', superseded_by = newer.id
    from plan newer
    where newer.id = ${planId} and older.id < newer.id and older.kind = newer.kind
      and older.target = newer.target and older.state in ('held', 'waiting', 'applying')`
}

/** True when some plan was applied to this system before, so that a wide one is no longer natural. */
export function anyApplied(target: string) {
  return sql<{ applied: boolean }>`
    select exists (
      select
      from plan p
      join outcome o on o.plan_id = p.id
      where p.target = ${target} and o.kind = 'applied') as applied`
}

export function setPlanState(id: number, state: KeptPlanState) {
  const finished = state === 'applied' || state === 'undone'
  return sql`
    update plan
    set state = ${state}, finished_at = case when ${finished} then now() else finished_at end
    where id = ${id}`
}

export function acceptPlan(id: number, by: string, reason: string | null) {
  return sql<{ id: number }>`
    update plan
    set state = 'waiting', accepted_by = ${by}, accepted_at = now(), accept_reason = ${reason}
    where id = ${id} and state = 'held'
    returning id`
}

/** A change still without an outcome; `tried`: a batch that held it was begun before. */
export interface PendingChange {
  readonly n: number
  readonly recordKey: string
  readonly from: string | null
  readonly to: string | null
  readonly inventoryNumber: string | null
  readonly organisation: string | null
  readonly tried: boolean
}

/** What is still without an outcome among the changes numbered above `after`, up to `last`. */
export function pendingChanges(
  planId: number,
  { after, last }: { readonly after: number; readonly last: number },
) {
  return sql<PendingChange>`
    with begun as materialized (
      select first_n, last_n
      from attempt
      where plan_id = ${planId} and first_n <= ${last} and last_n > ${after})
    select c.n, c.record_key as "recordKey", c.from_value as "from", c.to_value as "to",
      c.inventory_number as "inventoryNumber", c.organisation,
      exists (select from begun where c.n between begun.first_n and begun.last_n) as tried
    from change c
    ${outcomeOfChange}
    where c.plan_id = ${planId} and c.n > ${after} and c.n <= ${last} and o.n is null
    order by c.n`
}

/** Changes of one plan that were begun and never heard of again. */
export function abandonedChanges(planId: number) {
  return sql<PendingChange>`
    select c.n, c.record_key as "recordKey", c.from_value as "from", c.to_value as "to",
      c.inventory_number as "inventoryNumber", c.organisation, true as tried
    from change c
    ${outcomeOfChange}
    where c.plan_id = ${planId} and o.n is null
      and c.n <= (select max(last_n) from attempt where plan_id = ${planId})
      and exists (
        select from attempt a where a.plan_id = c.plan_id and c.n between a.first_n and a.last_n)
    order by c.n`
}

/** Plans whose apply was begun and not ended, for one system; an undo is never replaced. */
export function unfinishedPlans(target: string) {
  return sql<{ id: number }>`
    select id
    from plan
    where kind <> 'undo' and state = 'applying' and target = ${target}
    order by id`
}

/** A run that is tried again may say the same once more: what it said before stays in doubt. */
export function insertAttempt(
  planId: number,
  runId: number,
  range: { first: number; last: number },
) {
  return sql`
    insert into attempt (plan_id, first_n, last_n, run_id)
    values (${planId}, ${range.first}, ${range.last}, ${runId})
    on conflict (plan_id, first_n, run_id) do update
    set last_n = greatest(attempt.last_n, excluded.last_n)`
}

/** What became of one change, to be kept. */
export interface NewOutcome {
  readonly n: number
  readonly kind: string
  readonly foundValue: string | null
  readonly foundNumber: string | null
  readonly foundGone: boolean
  readonly reason: string | null
  readonly confirmedLater: boolean
}

/**
 * The first word on a change stands: that of a process killed while it spoke may come to be kept
 * after the next one has begun.
 */
export function insertOutcomes(
  whose: { planId: number; runId: number; actor: string },
  outcomes: readonly NewOutcome[],
) {
  return sql`
    insert into outcome (
      plan_id, n, run_id, actor, kind, found_value, found_number, found_gone, reason, confirmed_later)
    select ${whose.planId}::bigint, n, ${whose.runId}::bigint, ${whose.actor}::text, kind, "foundValue",
      "foundNumber", "foundGone", reason, "confirmedLater"
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (
      n integer, kind text, "foundValue" text, "foundNumber" text, "foundGone" boolean,
      reason text, "confirmedLater" boolean)
    on conflict (plan_id, n) do nothing`
}

export function outcomeCounts(planId: number) {
  return sql<{ kind: string; count: number }>`
    with known as (
      select kind, count(*) as count
      from outcome
      where plan_id = ${planId}
      group by kind),
    pending as (
      select changes - (select coalesce(sum(count), 0) from known) as count
      from plan
      where id = ${planId})
    select kind, count from known
    union all
    select 'pending', count::bigint from pending where count > 0
    order by kind`
}

/** What one run came to with the changes of a plan, by kind. */
export function outcomesOfRun(whose: { planId: number; runId: number }) {
  return sql<{ kind: string; count: number }>`
    select kind, count(*) as count
    from outcome
    where plan_id = ${whose.planId} and run_id = ${whose.runId}
    group by kind
    order by kind`
}

export function appliedChanges(planId: number) {
  return sql<AppliedChange>`
    select c.n, c.record_key as "recordKey", c.from_value as "from", c.to_value as "to",
      c.inventory_number as "inventoryNumber", c.machine
    from outcome o
    ${changeOfOutcome}
    where o.plan_id = ${planId} and o.kind = 'applied'
    order by o.n`
}

/** The records of a system that were written to since a moment, by plans and by undos. */
export function writtenSince(target: string, since: Date) {
  return sql<{ recordKey: string }>`
    select distinct c.record_key as "recordKey"
    from outcome o
    join plan p on p.id = o.plan_id
    ${changeOfOutcome}
    where p.target = ${target} and o.kind = 'applied' and o.at > ${since}`
}

/** A plan that takes back what of another is still to be taken back. */
export function insertUndoPlan(planId: number, runId: number) {
  return sql<{ id: number }>`
    insert into plan (run_id, kind, corrects, undoes, state, target, changes)
    select ${runId}, 'undo', p.corrects, p.id, 'waiting', p.target,
      (select count(*) from (${toTakeBack(planId)}) o)
    from plan p
    where p.id = ${planId}
    returning id`
}

/** What a plan applied and no undo of it has taken back yet, or found moved since. */
function toTakeBack(planId: number) {
  return sql`
    select o.plan_id, o.n
    from outcome o
    where o.plan_id = ${planId} and o.kind = 'applied'
      and not exists (
        select
        from plan u
        join change uc on uc.plan_id = u.id
        join outcome uo on uo.plan_id = uc.plan_id and uo.n = uc.n
        join change c on c.plan_id = o.plan_id and c.n = o.n
        where u.undoes = ${planId} and uc.record_key = c.record_key and uo.kind in ('applied', 'moved'))`
}

export function insertUndoChanges(undoId: number, planId: number) {
  return sql`
    insert into change (
      plan_id, n, record_key, from_value, to_value, inventory_number, organisation, machine, evidence,
      building, municipality)
    select ${undoId}, row_number() over (order by c.n), c.record_key, c.to_value, c.from_value,
      c.inventory_number, c.organisation, c.machine, c.evidence, c.building, c.municipality
    from (${toTakeBack(planId)}) o
    ${changeOfOutcome}`
}
