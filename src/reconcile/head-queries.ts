import { sql } from 'kysely'
import type { AccessShift } from './access-scope.ts'
import type { PlanHold } from './guard.ts'
import type { Corrects } from './plan.ts'

/** The head of a plan, as kept. */
export interface PlanHead {
  readonly id: number
  readonly kind: Corrects | 'undo'
  /** An undo puts back what the plan it takes back corrected. */
  readonly corrects: Corrects
  readonly undoes: number | null
  readonly state: PlanState
  /** Of the changes it applied, those whose old value an undo put back or found back in its place. */
  readonly takenBack: number
  /** Those whose row an undo found changed otherwise, or gone. */
  readonly leftAlone: number
  readonly target: string
  readonly madeAt: Date
  readonly changes: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly lists: Readonly<Record<string, number>>
  readonly holds: readonly PlanHold[]
  readonly access: readonly AccessShift[]
  readonly supersededBy: number | null
  readonly acceptedBy: string | null
}

/** `partly-undone` is kept as undone: its undo has ended, and left some of its changes alone. */
export type PlanState = KeptPlanState | 'partly-undone'

export type KeptPlanState =
  | 'held'
  | 'waiting'
  | 'applying'
  | 'applied'
  | 'superseded'
  | 'undoing'
  | 'undone'

/** Plans as `p`. Of each change one undo alone ends by taking it back or leaving it. */
const heads = sql`
    select p.id, p.kind, p.corrects, p.undoes,
      case when p.state = 'undone' and back.missed > 0 then 'partly-undone' else p.state end as state,
      back.taken as "takenBack", back.missed as "leftAlone", p.target, p.made_at as "madeAt",
      p.changes, p.outcomes, p.lists, p.holds, p.access, p.superseded_by as "supersededBy",
      p.accepted_by as "acceptedBy"
    from plan p
    cross join lateral (
      select count(*) filter (where is_old) as taken, count(*) filter (where not is_old) as missed
      from plan u
      join outcome o on o.plan_id = u.id
      cross join lateral (
        select o.kind = 'applied' or not o.found_gone and o.found_value is not distinct from (
          select c.to_value from change c where c.plan_id = o.plan_id and c.n = o.n) as is_old) row
      where u.undoes = p.id and o.kind in ('applied', 'moved')) back`

export function planById(id: number) {
  return sql<PlanHead>`${heads} where p.id = ${id}`
}

/** The plan made last, an undo left out; of those that correct one thing where that is named. */
export function latestPlan(corrects: Corrects | null) {
  return sql<PlanHead>`
    ${heads}
    where p.kind <> 'undo' ${corrects === null ? sql`` : sql`and p.corrects = ${corrects}`}
    order by p.id desc
    limit 1`
}

/** The newest plan that was written to this system and not taken back. */
export function lastAppliedPlan(target: string) {
  return sql<PlanHead>`
    ${heads}
    where p.kind <> 'undo' and p.state = 'applied' and p.target = ${target}
    order by p.id desc
    limit 1`
}

/** The plan made last of those that are held. */
export function latestHeldPlan() {
  return sql<PlanHead>`
    ${heads}
    where p.kind <> 'undo' and p.state = 'held'
    order by p.id desc
    limit 1`
}

/** Which plans are asked for, newest first; `limit` and `state` null for all. */
export interface AskedPlans {
  readonly limit: number | null
  readonly offset: number
  readonly state: PlanState | null
}

export function recentPlans({ limit, offset, state }: AskedPlans) {
  return sql<PlanHead>`
    select *
    from (${heads}) plan
    where ${state}::text is null or state = ${state}
    order by id desc
    limit ${limit} offset ${offset}`
}

export function countPlans(state: PlanState | null) {
  const asked = state === null ? sql`plan` : sql`(${heads}) plan where state = ${state}`
  return sql<{ count: number }>`select count(*) as count from ${asked}`
}

/** A plan that a person has to write or to accept. */
export interface WaitingPlan {
  readonly id: number
  readonly corrects: Corrects
  readonly state: 'held' | 'waiting'
  readonly changes: number
  /** When the first of the plans was made that changed something, one after another, and of which none was written. */
  readonly waitingSince: Date
}

export function waitingPlans() {
  return sql<WaitingPlan>`
    select p.id, p.corrects, p.state, p.changes,
      (select min(w.made_at)
        from plan w
        where w.corrects = p.corrects and w.kind <> 'undo' and w.id <= p.id
          and w.id > coalesce((
            select max(other.id)
            from plan other
            where other.corrects = p.corrects and other.id < p.id
              and (other.kind = 'undo' or other.changes = 0
                or other.state not in ('held', 'waiting', 'superseded'))), 0)) as "waitingSince"
    from plan p
    where p.kind <> 'undo' and p.state in ('held', 'waiting') and p.changes > 0
    order by p.id`
}

export function undosOf(planId: number) {
  return sql<PlanHead>`${heads} where p.undoes = ${planId} order by p.id desc`
}
