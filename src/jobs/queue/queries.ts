import { sql } from 'kysely'
import type { LogKind, NewRun, RunState } from '../queries.ts'

/** A run that is asked for, and the queue's number of it. */
export interface AskedRun extends NewRun {
  readonly job: string
  readonly jobId: string
}

/** Keeps a run that waits; no row where the same is asked for and waits already. */
export function insertAsked({ task, cause, actor, host, pid, version, job, jobId }: AskedRun) {
  return sql<{ id: number }>`
    insert into run (task, state, cause, actor, host, pid, version, tries, job, job_id)
    values (${task}, 'queued', ${cause}, ${actor}, ${host}, ${pid}, ${version}, 0, ${job}::jsonb, ${jobId}::uuid)
    on conflict (md5(job::text)) where state = 'queued' and job is not null do nothing
    returning id`
}

export function waitingAlike(job: string) {
  return sql<{ id: number; jobId: string }>`
    select id, job_id as "jobId" from run where state = 'queued' and md5(job::text) = md5(${job}::jsonb::text)`
}

/** A run that waits again. */
export interface WaitingAgain {
  readonly id: number
  /** What kept it from its end; null where its server stops. */
  readonly error: object | null
  /** Whose try it was: one that was taken over since is left alone. */
  readonly host: string
  readonly pid: number
}

/** Lets a run that has not come to its end wait again; no row where it has, or where the same waits already. */
export function letWait({ id, error, host, pid }: WaitingAgain) {
  return sql<{ id: number }>`
    update run
    set state = 'queued', ended_at = null, progress = null,
      error = ${error === null ? null : JSON.stringify(error)}::jsonb
    where id = ${id} and host = ${host} and pid = ${pid} and state in ('queued', 'running', 'failed', 'interrupted')
      and cancel_asked_at is null
      and not exists (
        select from run other
        where other.state = 'queued' and other.id <> ${id} and md5(other.job::text) = md5(run.job::text))
    returning id`
}

/** The number under which the queue has a run from now on. */
export function keepJobId(id: number, jobId: string) {
  return sql`update run set job_id = ${jobId}::uuid where id = ${id}`
}

/** Lets a job that waits to be tried again be tried now. */
export function hurry(jobId: string) {
  return sql`update pgboss.job set start_after = now() where id = ${jobId}::uuid and state = 'retry'`
}

/** A process that was at work says so each second; one that has not for so long is not. */
const SILENT_FOR = '1 minute'

/** Ends runs that the queue knows no more, or has given up: nobody would ever do them, or ask for them anew. */
export function endGivenUp() {
  return sql<{ id: number }>`
    update run
    set state = 'failed', ended_at = now(), progress = null,
      error = jsonb_build_object('code', 'run.given-up', 'details', jsonb_build_object('id', id, 'tries', tries))
    where ended_at is null and job_id is not null
      and coalesce(beat_at, asked_at) < now() - ${SILENT_FOR}::interval
      and asked_at < now() - ${SILENT_FOR}::interval
      and not exists (
        select from pgboss.job j where j.id = run.job_id and j.state in ('created', 'retry', 'active'))
    returning id`
}

/** Ends a run that never came to its work. */
export function endWaiting(id: number, state: RunState, error: object) {
  return sql`
    update run
    set state = ${state}, ended_at = now(), error = ${JSON.stringify(error)}::jsonb
    where id = ${id} and state = 'queued'`
}

/** A run as far as stopping it goes. */
export interface StoppableRun {
  readonly state: RunState
  readonly task: NewRun['task']
  readonly jobId: string | null
}

export function stoppableRun(id: number) {
  return sql<StoppableRun>`
    select state, task, job_id as "jobId" from run where id = ${id} for update`
}

export function askToStop(id: number, by: string) {
  return sql`
    update run
    set cancel_asked_at = coalesce(cancel_asked_at, now()), cancel_asked_by = coalesce(cancel_asked_by, ${by})
    where id = ${id}`
}

/** One thing that happened while a run was at work. */
export interface LogEntry {
  readonly n: number
  readonly at: Date
  readonly kind: LogKind
  readonly details: object
}

/** What happened after the entry `after`, in order. */
export function logOf(id: number, after: number) {
  return sql<LogEntry>`
    select n, at, kind, details from run_log where run_id = ${id} and n > ${after} order by n limit 500`
}

/** A time at which the timetable has something. */
export interface Due {
  readonly name: string
  readonly cron: string
  readonly dueAt: Date
}

/** Keeps that a job was due, where none is known of what the timetable says: what was due before that is not caught up. */
export function insertFirstDue({ name, cron, dueAt }: Due) {
  return sql`
    insert into job_due (name, due_at, cron)
    select ${name}, ${dueAt}::timestamptz, ${cron}
    where not exists (select from job_due where name = ${name} and cron = ${cron})
    on conflict (name, due_at) do update set cron = excluded.cron`
}

/** Keeps that a job was due; no row where that is known, or where a later time is. */
export function insertDue({ name, cron, dueAt }: Due) {
  return sql<{ name: string }>`
    insert into job_due (name, due_at, cron)
    select ${name}, ${dueAt}::timestamptz, ${cron}
    where ${dueAt}::timestamptz > (select max(due_at) from job_due where name = ${name} and cron = ${cron})
    on conflict do nothing
    returning name`
}

export function keepDueRun(name: string, dueAt: Date, runId: number) {
  return sql`
    update job_due set run_id = ${runId} where name = ${name} and due_at = ${dueAt}::timestamptz`
}

/** A job that came by itself the last time it was due. */
export interface LastDue {
  readonly name: string
  readonly dueAt: Date
  /** Null where it was due before there was a server. */
  readonly runId: number | null
  readonly state: RunState | null
  readonly endedAt: Date | null
}

/** When each job was last due, and the run it became. */
export function lastDues() {
  return sql<LastDue>`
    select distinct on (name) name, due_at as "dueAt", run_id as "runId", run.state,
      run.ended_at as "endedAt"
    from job_due
    left join run on run.id = run_id
    order by name, due_at desc`
}

export function deleteLogBefore(instant: Date) {
  return sql`delete from run_log where at < ${instant}::timestamptz`
}

/** Forgets when things were due long ago; the last time of each stays, by which the next is known. */
export function deleteDueBefore(instant: Date) {
  return sql`
    delete from job_due d
    where d.due_at < ${instant}::timestamptz
      and exists (select from job_due later where later.name = d.name and later.due_at > d.due_at)`
}
