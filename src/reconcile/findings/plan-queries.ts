import { sql } from 'kysely'
import type { TagCheckCode } from '../checks/tag-checks.ts'
import type { FindingShift } from './look.ts'

/** What of the findings came and went by one look. */
export type LookedBy = { readonly planId: number } | { readonly runId: number }

/** Per check, what a look saw come and what it saw no more; a run's own looks are those of no plan. */
export function findingShifts(by: LookedBy) {
  return sql<FindingShift>`
    select f.check_code as "check", count(*) filter (where e.kind in ('opened', 'returned')) as opened,
      count(*) filter (where e.kind = 'verified') as closed
    from finding_event e
    join finding f on f.id = e.finding_id
    where e.kind in ('opened', 'returned', 'verified')
      and ${
        'planId' in by
          ? sql`e.plan_id = ${by.planId}`
          : sql`e.run_id = ${by.runId} and e.plan_id is null`
      }
    group by 1
    order by 1`
}

/** A disagreement as a plan saw it. */
export interface PlanFinding {
  readonly check: TagCheckCode
  /** What it is about: `ocs:12`, `number:10_240_000001`. */
  readonly subject: string
  readonly evidence: Readonly<Record<string, unknown>>
  readonly building: string | null
  readonly municipality: string | null
  /** The plan that saw it first, since it last was gone. */
  readonly openedPlan: number
  readonly openedAt: Date
}

/** The disagreements that stood when a plan was made, with the evidence last seen of each. */
export function findingsAt(planId: number) {
  return sql<PlanFinding>`
    select f.check_code as "check", f.subject, f.evidence, f.building, f.municipality,
      e.plan_id as "openedPlan", e.at as "openedAt"
    from (
      select distinct on (finding_id) finding_id, kind, plan_id, at
      from finding_event
      where plan_id <= ${planId} and kind in ('opened', 'returned', 'verified')
      order by finding_id, id desc) e
    join finding f on f.id = e.finding_id
    where e.kind <> 'verified'
    order by f.check_code, f.id`
}

/** The disagreements that a plan was the first not to see any more. */
export function findingsClosedBy(planId: number) {
  return sql<PlanFinding>`
    select f.check_code as "check", f.subject, f.evidence, f.building, f.municipality,
      came.plan_id as "openedPlan", came.at as "openedAt"
    from finding_event e
    join finding f on f.id = e.finding_id
    cross join lateral (
      select plan_id, at
      from finding_event before
      where before.finding_id = e.finding_id and before.id < e.id and before.kind in ('opened', 'returned')
      order by before.id desc
      limit 1) came
    where e.plan_id = ${planId} and e.kind = 'verified'
    order by f.check_code, f.id`
}
