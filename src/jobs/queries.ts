import { sql } from 'kysely'

export type TaskName =
  | 'check'
  | 'plan'
  | 'apply'
  | 'verify'
  | 'undo'
  | 'report'
  | 'accept'
  | 'nightly'
  | 'collect'
  | 'import-day'
  | 'prune'
  | 'link'
  | 'unlink'
  | 'site-map'
  | 'rotate-keys'
  | 'reconcile'
  | 'decide'
  | 'ingest'
  | 'recompute'
  | 'analyze'
  | 'study'
  | 'verdict'
  | 'alert'
  | 'housekeeping'
  | 'backup'

/**
 * Tasks of one lane wait for each other; what changes events, what studies figures, what people say and what looks
 * after the installation goes on whatever else is at work.
 */
export type Lane = 'main-job' | keyof typeof OTHER_LANES

const OTHER_LANES = {
  ingest: ['ingest', 'recompute'],
  figures: ['study'],
  words: ['decide', 'verdict'],
  watch: ['alert'],
  upkeep: ['housekeeping', 'backup'],
} as const satisfies Readonly<Record<string, readonly TaskName[]>>

export const LANES: readonly Lane[] = ['main-job', 'ingest', 'figures', 'words', 'watch', 'upkeep']

const LANE_BY_TASK: ReadonlyMap<TaskName, Lane> = new Map(
  (Object.keys(OTHER_LANES) as (keyof typeof OTHER_LANES)[]).flatMap((lane) =>
    OTHER_LANES[lane].map((task): [TaskName, Lane] => [task, lane]),
  ),
)

export function laneOf(task: TaskName): Lane {
  return LANE_BY_TASK.get(task) ?? 'main-job'
}

export type RunState =
  | 'queued'
  | 'running'
  | 'agreed'
  | 'differences'
  | 'held'
  | 'failed'
  | 'interrupted'

/** Who runs what, and why. */
export interface NewRun {
  readonly task: TaskName
  readonly cause: 'person' | 'schedule'
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
}

/** One try of a run: what a process that lost it to another says later counts no more. */
export interface RunTry {
  readonly id: number
  readonly tries: number
}

/** How far a step is. */
export interface RunProgress {
  readonly step: string
  readonly done: number
  /** Null where nobody knows. */
  readonly total: number | null
}

/** One execution of a task, as kept. */
export interface Run {
  readonly id: number
  readonly task: TaskName
  readonly state: RunState
  readonly cause: 'person' | 'schedule'
  readonly actor: string
  readonly host: string
  readonly pid: number
  readonly version: string
  /** How often it was begun; 0 while it waits for the first time. */
  readonly tries: number
  readonly askedAt: Date
  /** When it was last begun; when it was asked for while it waits. */
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** The step under way, as last told; null where none is. */
  readonly progress: RunProgress | null
  readonly cancelAskedBy: string | null
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
  readonly summary: unknown
  readonly error: unknown
}

const columns = sql`
  id, task, state, cause, actor, host, pid, version, tries, asked_at as "askedAt", started_at as "startedAt",
  ended_at as "endedAt", steps, progress, cancel_asked_by as "cancelAskedBy", summary, error`

export function insertRun(run: NewRun) {
  return sql<{ id: number }>`
    insert into run (task, state, cause, actor, host, pid, version)
    values (${run.task}, 'running', ${run.cause}, ${run.actor}, ${run.host},
      ${run.pid}, ${run.version})
    returning id`
}

/** Begins a run that was asked for, or begins it again, unless somebody stopped it; gives how often it has been begun. */
export function beginRun(id: number, { host, pid, version }: NewRun) {
  return sql<{ tries: number }>`
    update run
    set state = 'running', host = ${host}, pid = ${pid}, version = ${version}, tries = tries + 1,
      started_at = now(), ended_at = null, error = null, progress = null
    where id = ${id} and state in ('queued', 'running', 'interrupted', 'failed') and cancel_asked_at is null
    returning tries`
}

/** Says that a run is at work and how far it is; gives whether somebody asked to stop it. */
export function beatRun({ id, tries }: RunTry, progress: RunProgress | null) {
  return sql<{ isCancelled: boolean }>`
    update run
    set beat_at = now(), progress = ${progress === null ? null : JSON.stringify(progress)}::jsonb
    where id = ${id} and tries = ${tries}
    returning cancel_asked_at is not null as "isCancelled"`
}

export type LogKind = 'started' | 'step' | 'retry' | 'taken-over' | 'cancel-asked' | 'given-up'

export function insertLog(id: number, kind: LogKind, details: object) {
  return sql`
    insert into run_log (run_id, kind, details)
    values (${id}, ${kind}, ${JSON.stringify(details)}::jsonb)`
}

/** How a run ended. */
export interface RunEnd {
  readonly state: Exclude<RunState, 'queued' | 'running'>
  readonly steps: readonly unknown[]
  readonly summary: unknown
  readonly error: unknown
}

export function endRun({ id, tries }: RunTry, end: RunEnd) {
  return sql`
    update run
    set state = ${end.state}, ended_at = now(), progress = null, steps = ${JSON.stringify(end.steps)}::jsonb,
      summary = ${JSON.stringify(end.summary ?? null)}::jsonb,
      error = ${JSON.stringify(end.error ?? null)}::jsonb
    where id = ${id} and tries = ${tries}`
}

/**
 * Runs of one lane whose process died, but for the one that begins: only who holds the lane's lock may say so. What
 * was asked for waits again, unless the same waits already; the queue gives it out anew.
 */
export function endDeadRuns(lane: Lane, begins: number | null) {
  return sql`
    update run
    set state = case when waits then 'queued' else 'interrupted' end,
      ended_at = case when waits then null else now() end, progress = null
    from (
      select id as dead, job_id is not null and cancel_asked_at is null and not exists (
        select from run other
        where other.state = 'queued' and md5(other.job::text) = md5(run.job::text)) as waits
      from run
      where state = 'running' and id is distinct from ${begins} and ${inLane(lane)}) found
    where id = dead`
}

export function runningRun(lane: Lane) {
  return sql<Run>`
    select ${columns}
    from run
    where state = 'running' and ${inLane(lane)}
    order by id
    limit 1`
}

function inLane(lane: Lane) {
  if (lane !== 'main-job') return sql`task = any(${[...OTHER_LANES[lane]]}::text[])`
  return sql`task <> all(${[...LANE_BY_TASK.keys()]}::text[])`
}

/** Which runs are asked for; null for all. */
export interface RunFilter {
  readonly task: TaskName | null
  readonly state: RunState | null
}

export const ALL_RUNS: RunFilter = { task: null, state: null }

/** Runs, newest first, at most `limit` (null: no limit), after leaving out so many. */
export function recentRuns(filter: RunFilter, limit: number | null, offset: number) {
  return sql<Run>`
    select ${columns} from run where ${among(filter)} order by id desc limit ${limit} offset ${offset}`
}

export function countRuns(filter: RunFilter) {
  return sql<{ count: number }>`select count(*) as count from run where ${among(filter)}`
}

function among({ task, state }: RunFilter) {
  return sql`(${task}::text is null or task = ${task}) and (${state}::text is null or state = ${state})`
}

/** When the last of the newest runs ended; the older ones ended before or never will. */
export function lastEnd() {
  return sql<{ at: Date | null }>`
    select max(ended_at) as at from (select ended_at from run order by id desc limit 200) newest`
}

export function runById(id: number) {
  return sql<Run>`select ${columns} from run where id = ${id}`
}
