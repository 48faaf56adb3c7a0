import { sql } from 'kysely'
import type { TaskName } from '../queries.ts'
import type { ExpectedJob } from './overdue-jobs.ts'

/** What is known of a job that must have begun, as the database tells it. */
export interface KnownRow {
  readonly name: string
  readonly noticedAt: Date | null
  readonly run: number | null
  readonly askedAt: Date | null
  readonly hasBegun: boolean
}

export function knownJobs(expected: readonly ExpectedJob[]) {
  return sql<KnownRow>`
    select expected.name, noticed.at as "noticedAt", waiting.id as run, waiting.asked_at as "askedAt",
      exists (
        select from run
        where task = expected.task and tries > 0 and started_at >= expected."dueAt") as "hasBegun"
    from jsonb_to_recordset(${JSON.stringify(expected)}::jsonb)
      as expected (name text, cron text, "dueAt" timestamptz, task text)
    cross join lateral (
      select max(due_at) as at from job_due where name = expected.name and cron = expected.cron) noticed
    left join lateral (
      select run.id, run.asked_at
      from job_due due
      join run on run.id = due.run_id
      where due.name = expected.name and due.due_at = noticed.at and run.state = 'queued' and run.tries = 0) waiting
      on true`
}

/** A run that has been at work for long. */
export interface LongRun {
  readonly run: number
  readonly task: TaskName
  readonly startedAt: Date
}

/** Runs that are at work since before an instant, the longest first; not those by which people are told of it. */
export function runsAtWorkSince(before: Date) {
  return sql<LongRun>`
    select id as run, task, started_at as "startedAt"
    from run
    where state = 'running' and task <> 'alert' and started_at <= ${before}::timestamptz
    order by started_at, id`
}
