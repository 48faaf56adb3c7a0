import { sql } from 'kysely'

/** Who made a plan, when and how, and which plans stand around it. */
export interface PlanOrigin {
  readonly runId: number
  readonly task: string
  readonly cause: 'person' | 'schedule'
  readonly actor: string
  readonly host: string
  readonly version: string
  readonly startedAt: Date
  readonly acceptedAt: Date | null
  readonly acceptReason: string | null
  readonly finishedAt: Date | null
  readonly previousId: number | null
  /** The newest plan made after it that corrects the same. */
  readonly newerId: number | null
  /** The newest plan that takes it back. */
  readonly undoId: number | null
}

export function planOrigin(planId: number) {
  return sql<PlanOrigin>`
    select r.id as "runId", r.task, r.cause, r.actor, r.host, r.version,
      r.started_at as "startedAt", p.accepted_at as "acceptedAt",
      p.accept_reason as "acceptReason", p.finished_at as "finishedAt",
      (select max(e.id) from plan e where e.kind = p.corrects and e.id < p.id) as "previousId",
      (select max(l.id) from plan l where l.kind = p.corrects and l.id > p.id) as "newerId",
      (select max(u.id) from plan u where u.undoes = p.id) as "undoId"
    from plan p
    join run_start r on r.id = p.run_id
    where p.id = ${planId}`
}
