import { sql } from 'kysely'
import type { CheckCode } from './finding.ts'

/** Where today's findings are laid before they are compared with the open ones. */
export function createFindingStage() {
  return sql`
    create temporary table finding_today (
      check_code text not null, subject text not null, evidence jsonb not null,
      building text, municipality text
    ) on commit drop`
}

export function closeGoneFindings(planId: number) {
  return sql`
    update finding f
    set closed_plan = ${planId}, closed_at = now()
    where closed_plan is null
      and not exists (
        select from finding_today t where t.check_code = f.check_code and t.subject = f.subject)`
}

export function refreshFindings() {
  return sql`
    update finding f
    set evidence = t.evidence, building = t.building, municipality = t.municipality
    from finding_today t
    where f.closed_plan is null and f.check_code = t.check_code and f.subject = t.subject
      and (f.evidence, f.building, f.municipality)
        is distinct from (t.evidence, t.building, t.municipality)`
}

export function openNewFindings(planId: number) {
  return sql`
    insert into finding (check_code, subject, evidence, building, municipality, opened_plan)
    select t.check_code, t.subject, t.evidence, t.building, t.municipality, ${planId}
    from finding_today t
    where not exists (
      select from finding f
      where f.closed_plan is null and f.check_code = t.check_code and f.subject = t.subject)`
}

/** Per list, what a plan saw for the first time and what it saw no more. */
export function findingShifts(planId: number) {
  return sql<{ check: string; opened: number; closed: number }>`
    select check_code as "check", count(*) filter (where opened_plan = ${planId}) as opened,
      count(*) filter (where closed_plan = ${planId}) as closed
    from finding
    where opened_plan = ${planId} or closed_plan = ${planId}
    group by 1
    order by 1`
}

/** A disagreement as kept. */
export interface Finding {
  readonly check: CheckCode
  /** What it is about: `ocs:12`, `number:10_240_000001`. */
  readonly subject: string
  readonly evidence: Readonly<Record<string, unknown>>
  readonly building: string | null
  readonly municipality: string | null
  /** The plan that saw it first. */
  readonly openedPlan: number
  readonly openedAt: Date
}

const columns = sql`
  check_code as "check", subject, evidence, building, municipality, opened_plan as "openedPlan",
  opened_at as "openedAt"`

/** The disagreements that stood when a plan was made, with the evidence last seen of each. */
export function findingsAt(planId: number) {
  return sql<Finding>`
    select ${columns}
    from finding
    where opened_plan <= ${planId} and (closed_plan is null or closed_plan > ${planId})
    order by check_code, id`
}

/** The disagreements that a plan was the first not to see any more. */
export function findingsClosedBy(planId: number) {
  return sql<Finding>`
    select ${columns}
    from finding
    where closed_plan = ${planId}
    order by check_code, id`
}
