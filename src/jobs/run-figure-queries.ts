import { sql } from 'kysely'
import type { TaskName } from './queries.ts'

/** The last run of a task that has ended. */
export interface EndedRun {
  readonly id: number
  readonly task: TaskName
  readonly state: string
  readonly cause: string
  readonly endedAt: Date
  /** The code of the named failure that ended it; null where there is none. */
  readonly code: string | null
}

/** Of each task the run that ended last. A night that went on to its end keeps its failure in its summary. */
export function lastEndedRuns() {
  return sql<EndedRun>`
    select distinct on (task) id, task, state, cause, ended_at as "endedAt",
      coalesce(error ->> 'code', summary -> 'failure' ->> 'code') as code
    from run
    where ended_at is not null
    order by task, ended_at desc, id desc`
}

/** How often a task ended in a state, and how long that took, with the runs that are kept no more. */
export interface EndedRuns {
  readonly task: TaskName
  readonly state: string
  readonly count: number
  /** Of all of them together. */
  readonly seconds: number
  readonly lastSeconds: number
  readonly lastEndedAt: Date
}

export function endedRuns() {
  return sql<EndedRuns>`
    select task, state, count(*) + coalesce(max(gone.runs), 0) as count,
      sum(run.seconds) + coalesce(max(gone.seconds), 0) as seconds,
      (array_agg(run.seconds order by ended_at desc))[1] as "lastSeconds",
      max(ended_at) as "lastEndedAt"
    from (
      select task, state, ended_at, extract(epoch from ended_at - started_at)::float8 as seconds
      from run
      where ended_at is not null) run
    left join run_tally gone using (task, state)
    group by task, state`
}

/** How many runs of a task are at work, or wait for a server. */
export function openRuns() {
  return sql<{ task: TaskName; state: string; count: number }>`
    select task, state, count(*) as count
    from run
    where ended_at is null
    group by task, state`
}
