import { sql } from 'kysely'
import type { KeptPlanState } from './head-queries.ts'

/** A person's word that a plan may be written. */
export interface PlanApproval {
  /** However they came in: a token of theirs is no second person. */
  readonly person: string
  /** The name they came in by. */
  readonly actor: string
  readonly at: Date
  readonly reason: string | null
}

/** What is looked at of a plan that somebody approves. */
export interface ApprovablePlan {
  readonly state: KeptPlanState
  readonly supersededBy: number | null
  /** By whom it was made. */
  readonly maker: string
}

/** A plan kept from moving on until the transaction ends. */
export function lockedPlan(planId: number) {
  return sql<ApprovablePlan>`
    select p.state, p.superseded_by as "supersededBy",
      (select r.actor from run_start r where r.id = p.run_id) as maker
    from plan p
    where p.id = ${planId}
    for update of p`
}

/** One word for each person, the first; nothing where it is said again. */
export function insertApproval(planId: number, { person, actor, at, reason }: PlanApproval) {
  return sql<{ person: string }>`
    insert into plan_approval (plan_id, person, actor, at, reason)
    values (${planId}, ${person}, ${actor}, ${at}, ${reason})
    on conflict (plan_id, person) do nothing
    returning person`
}

export function approvalsOf(planId: number) {
  return sql<PlanApproval>`
    select person, actor, at, reason
    from plan_approval
    where plan_id = ${planId}
    order by at, person`
}
